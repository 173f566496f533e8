package io.webchat.projection.consume;

import io.webchat.projection.store.ViewCollections;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * How far each view is, per partition: kept beside the views, so that whatever a store loses in a crash is read again,
 * and only ever moved forward.
 *
 * <p>The positions of the partitions that this instance consumes are also kept in memory, so a wait that they satisfy
 * needs no query. They are lower bounds of what the store holds, whoever consumes the partition by now.
 */
@Component
public class ViewPositions {
    private static final String COLLECTION = ViewCollections.POSITIONS;
    private static final String NEXT_OFFSET = "nextOffset";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final MongoTemplate mongo;
    private final Map<String, Long> consumedHere = new ConcurrentHashMap<>();
    private final Object progress = new Object();

    ViewPositions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The position that the store has: everything before it is in the view. 0 if it has none. */
    long stored(View view, int partition) {
        var document = mongo.findById(id(view, partition), Document.class, COLLECTION);
        return document == null ? 0 : document.getLong(NEXT_OFFSET);
    }

    /**
     * Remembers that everything before an offset is in the view.
     *
     * @param from the position that was there when the last part of it was read
     * @return false, and nothing remembered, if the store has lost that position since
     */
    boolean advance(View view, int partition, long from, long nextOffset) {
        var id = id(view, partition);
        var forward = new Update().max(NEXT_OFFSET, nextOffset);
        if (from == 0) {
            mongo.upsert(Query.query(Criteria.where("_id").is(id)), forward, COLLECTION);
        } else {
            var intact = Criteria.where("_id").is(id).and(NEXT_OFFSET).gte(from);
            if (mongo.updateFirst(Query.query(intact), forward, COLLECTION).getMatchedCount() == 0) {
                return false;
            }
        }
        consumedHere.merge(id, nextOffset, Math::max);
        synchronized (progress) {
            progress.notifyAll();
        }
        return true;
    }

    /** Ends what memory says about a partition: another instance consumes it, or the store has lost something. */
    void forget(View view, int partition) {
        consumedHere.remove(id(view, partition));
    }

    /** Waits until a view has reached a position, at whichever instance; false if the deadline passes first. */
    boolean await(View view, int partition, LongSupplier nextOffset, long deadlineNanos) {
        while (!reached(view, partition, nextOffset.getAsLong())) {
            if (System.nanoTime() - deadlineNanos >= 0 || !pause()) {
                return false;
            }
        }
        return true;
    }

    private boolean reached(View view, int partition, long nextOffset) {
        return consumedHere.getOrDefault(id(view, partition), 0L) >= nextOffset
                || stored(view, partition) >= nextOffset;
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

    private static String id(View view, int partition) {
        return view.name() + "/" + view.topic().topicName() + "/" + partition;
    }
}
