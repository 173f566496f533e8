package io.webchat.projection.consume;

import io.webchat.log.Topic;
import io.webchat.projection.store.ViewCollections;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * How far each view is, per partition: kept beside the views, so that whatever a store loses in a crash is read again,
 * and only ever moving forward.
 *
 * <p>The positions that this instance has written are also kept in memory. They are lower bounds of what the store
 * holds whoever owns the partition by now, so a wait that they satisfy needs no query.
 */
@Component
public class ViewPositions {
    private static final String COLLECTION = ViewCollections.POSITIONS;

    private static final String NEXT_OFFSET = "nextOffset";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final MongoTemplate mongo;
    private final Map<String, Long> known = new ConcurrentHashMap<>();
    private final Object progress = new Object();

    ViewPositions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The position that a view resumes from: 0 if it has none. */
    long load(String view, Topic topic, int partition) {
        var id = id(view, topic, partition);
        var document = mongo.findById(id, Document.class, COLLECTION);
        var position = document == null ? 0 : document.getLong(NEXT_OFFSET);
        known.merge(id, position, Math::max);
        return position;
    }

    /** Remembers that everything before an offset is in the view. */
    void save(String view, Topic topic, int partition, long nextOffset) {
        var id = id(view, topic, partition);
        mongo.upsert(Query.query(Criteria.where("_id").is(id)), new Update().max(NEXT_OFFSET, nextOffset), COLLECTION);
        known.merge(id, nextOffset, Math::max);
        synchronized (progress) {
            progress.notifyAll();
        }
    }

    /** Waits until a view has reached a position, at whichever instance; false if the deadline passes first. */
    boolean await(String view, Topic topic, int partition, long nextOffset, long deadlineNanos) {
        while (!reached(view, topic, partition, nextOffset)) {
            if (System.nanoTime() - deadlineNanos >= 0 || !pause()) {
                return false;
            }
        }
        return true;
    }

    private boolean reached(String view, Topic topic, int partition, long nextOffset) {
        return known.getOrDefault(id(view, topic, partition), 0L) >= nextOffset
                || load(view, topic, partition) >= nextOffset;
    }

    private boolean pause() {
        synchronized (progress) {
            try {
                progress.wait(LOOK_AGAIN.toMillis());
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private static String id(String view, Topic topic, int partition) {
        return view + "/" + topic.topicName() + "/" + partition;
    }
}
