package io.webchat.projection.store;

import io.webchat.log.LogEpoch;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Views belong to one incarnation of the log. When the log is another one, their positions mean nothing: the views are
 * dropped and built again, before anything reads them.
 */
@Component("viewEpoch")
public class ViewEpoch implements InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(ViewEpoch.class);
    private static final String COLLECTION = "view_epoch";
    private static final String ID = "current";

    private final MongoTemplate mongo;
    private final LogEpoch epoch;

    ViewEpoch(MongoTemplate mongo, LogEpoch epoch) {
        this.mongo = mongo;
        this.epoch = epoch;
    }

    @Override
    public void afterPropertiesSet() {
        var stored = mongo.findById(ID, Document.class, COLLECTION);
        if (stored != null && epoch.value().equals(stored.getString("epoch"))) {
            return;
        }
        if (stored != null) {
            log.warn("the log is another one than before: dropping the views and building them again");
            ViewCollections.ALL.forEach(mongo::dropCollection);
        }
        mongo.save(new Document("_id", ID).append("epoch", epoch.value()), COLLECTION);
    }
}
