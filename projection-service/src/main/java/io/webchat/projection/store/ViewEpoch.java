package io.webchat.projection.store;

import io.webchat.log.LogEpoch;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Views belong to one incarnation of the log. When the log is another one, their positions mean nothing: the views are
 * emptied and built again, before anything reads them. Of several instances that start at once one empties them, and
 * the others wait; should that one die half-way, the next takes over after {@link #PATIENCE}. Indexes and sharding of
 * the collections stay.
 */
@Component
class ViewEpoch implements InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(ViewEpoch.class);
    private static final String COLLECTION = "view_epoch";
    private static final String EPOCH = "epoch";
    private static final String EMPTIED = "emptied";
    private static final Criteria CURRENT = Criteria.where("_id").is("current");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final MongoTemplate mongo;
    private final String epoch;

    ViewEpoch(MongoTemplate mongo, LogEpoch epoch) {
        this.mongo = mongo;
        this.epoch = epoch.value();
    }

    @Override
    public void afterPropertiesSet() throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var stored = mongo.findOne(Query.query(CURRENT), Document.class, COLLECTION);
            if (stored == null) {
                insert();
            } else if (!epoch.equals(stored.getString(EPOCH))) {
                takeOver(stored.getString(EPOCH));
            } else if (stored.getBoolean(EMPTIED, false)) {
                return;
            } else if (Instant.now().isAfter(deadline)) {
                empty();
            } else {
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }

    private void insert() {
        try {
            var first = new Document("_id", "current").append(EPOCH, epoch).append(EMPTIED, true);
            mongo.insert(first, COLLECTION);
        } catch (DuplicateKeyException e) {
            log.debug("another instance was first");
        }
    }

    private void takeOver(String before) {
        var unclaimed =
                new Criteria().andOperator(CURRENT, Criteria.where(EPOCH).is(before));
        var claim = new Update().set(EPOCH, epoch).set(EMPTIED, false);
        if (mongo.updateFirst(Query.query(unclaimed), claim, COLLECTION).getModifiedCount() == 1) {
            log.warn("the log is another one than before: emptying the views and building them again");
            empty();
        }
    }

    private void empty() {
        ViewCollections.ALL.forEach(collection -> mongo.remove(new Query(), collection));
        mongo.updateFirst(Query.query(CURRENT), new Update().set(EMPTIED, true), COLLECTION);
    }
}
