package io.webchat.projection.store;

import io.webchat.log.LogEpoch;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Views belong to one incarnation of the log. When the log is another one, their positions mean nothing: the views are
 * emptied and built again, before anything reads them. Indexes and sharding of the collections stay.
 *
 * <p><b>One at a time.</b> Of several instances that start at once one claims the emptying, and the others wait for its
 * end. It works in small steps and renews its claim before each, by a conditional update: whoever finds its claim gone
 * stops. The claim of one that died shows no sign of life, and after {@link ViewEpochProperties#patience()} one of
 * those who wait takes it over. Their clocks need not agree, since each measures how long it has seen the same claim.
 *
 * <p><b>Limit.</b> The step that an instance has begun when it is held up for longer than the patience (at most
 * {@link #STEP} documents that it had already read the ids of) may end after the take-over.
 */
@Component
@EnableConfigurationProperties(ViewEpochProperties.class)
class ViewEpoch implements InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(ViewEpoch.class);
    private static final String COLLECTION = "view_epoch";
    private static final String ID = "current";
    private static final String EPOCH = "epoch";
    private static final String EMPTIED = "emptied";
    private static final String CLAIM = "claim";
    private static final int STEP = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final MongoTemplate mongo;
    private final String epoch;
    private final Duration patience;

    ViewEpoch(MongoTemplate mongo, LogEpoch epoch, ViewEpochProperties properties) {
        this.mongo = mongo;
        this.epoch = epoch.value();
        this.patience = properties.patience();
    }

    /** Returns when the views belong to this log. */
    @Override
    public void afterPropertiesSet() throws InterruptedException {
        var seen = "";
        var since = System.nanoTime();
        while (true) {
            var stored = mongo.findById(ID, Document.class, COLLECTION);
            if (stored == null) {
                insert();
                continue;
            }
            var claim = stored.getString(CLAIM);
            if (!epoch.equals(stored.getString(EPOCH))) {
                log.warn("the log is another one than before: emptying the views and building them again");
                claimAndEmpty(stored.getString(EPOCH), claim);
            } else if (stored.getBoolean(EMPTIED, false)) {
                return;
            } else if (!String.valueOf(claim).equals(seen)) {
                seen = String.valueOf(claim);
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                log.warn("whoever was emptying the views shows no sign of life: taking over");
                claimAndEmpty(epoch, claim);
            } else {
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }

    private void insert() {
        try {
            mongo.insert(new Document("_id", ID).append(EPOCH, epoch).append(EMPTIED, true), COLLECTION);
        } catch (DuplicateKeyException e) {
            log.debug("another instance was first");
        }
    }

    private void claimAndEmpty(String from, @Nullable String before) {
        var claim = replace(from, before, false);
        for (var collection : collections()) {
            while (claim != null && removeSome(collection)) {
                claim = replace(epoch, claim, false);
            }
        }
        if (claim != null) {
            replace(epoch, claim, true);
        }
    }

    /** Those of every generation, and at last what says which of them is read. */
    private List<String> collections() {
        return mongo.getCollectionNames().stream()
                .filter(ViewCollections::isOfViews)
                .sorted(Comparator.comparing(ViewCollections.GENERATIONS::equals))
                .toList();
    }

    /** Puts a new claim in the place of {@code before}; null if somebody else has put one there. */
    private @Nullable String replace(String from, @Nullable String before, boolean emptied) {
        var held = Criteria.where("_id").is(ID).and(EPOCH).is(from).and(CLAIM).is(before);
        var claim = UUID.randomUUID().toString();
        var next = new Update().set(EPOCH, epoch).set(EMPTIED, emptied).set(CLAIM, claim);
        return mongo.updateFirst(Query.query(held), next, COLLECTION).getModifiedCount() == 1 ? claim : null;
    }

    /** False if there was nothing left. */
    private boolean removeSome(String collection) {
        var some = new Query().limit(STEP);
        some.fields().include("_id");
        var ids = mongo.find(some, Document.class, collection).stream()
                .map(document -> document.get("_id"))
                .toList();
        if (ids.isEmpty()) {
            return false;
        }
        mongo.remove(Query.query(Criteria.where("_id").in(ids)), collection);
        return true;
    }
}
