package io.webchat.projection.consume;

import io.webchat.projection.store.GenerationRouting;
import io.webchat.projection.store.ViewCollections;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
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
    private static final String ID = "_id";
    private static final String NEXT_OFFSET = "nextOffset";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final MongoTemplate mongo;
    private final GenerationRouting routing;
    private final Map<String, Long> consumedHere = new ConcurrentHashMap<>();
    private final Object progress = new Object();

    ViewPositions(MongoTemplate mongo, GenerationRouting routing) {
        this.mongo = mongo;
        this.routing = routing;
    }

    /**
     * The positions that the store has: everything before them is in the view. Missing, and so 0, where it has none.
     */
    public Map<Integer, Long> stored(View view, Collection<Integer> partitions) {
        var byId = partitions.stream().collect(Collectors.toMap(partition -> id(view, partition), Function.identity()));
        var positions = new HashMap<Integer, Long>();
        mongo.find(Query.query(Criteria.where(ID).in(byId.keySet())), Document.class, COLLECTION)
                .forEach(found -> positions.put(byId.get(found.getString(ID)), found.getLong(NEXT_OFFSET)));
        return positions;
    }

    private long stored(View view, int partition) {
        return stored(view, List.of(partition)).getOrDefault(partition, 0L);
    }

    /**
     * A part of a partition that is in the view now.
     *
     * @param from the position that was there when it was read
     * @param nextOffset the position that includes it
     */
    record Step(int partition, long from, long nextOffset) {}

    /**
     * Remembers what is in the view, in one write.
     *
     * @return those steps of which nothing is remembered, because the store has lost the position that they began at
     */
    List<Step> advance(View view, Collection<Step> steps) {
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, COLLECTION);
        for (var step : steps) {
            var byId = Criteria.where(ID).is(id(view, step.partition()));
            var forward = new Update().max(NEXT_OFFSET, step.nextOffset());
            if (step.from() == 0) {
                bulk.upsert(Query.query(byId), forward);
            } else {
                bulk.updateOne(Query.query(byId.and(NEXT_OFFSET).gte(step.from())), forward);
            }
        }
        var result = bulk.execute();
        var lost = result.getMatchedCount() + result.getUpserts().size() == steps.size()
                ? List.<Step>of()
                : lost(view, steps);
        steps.stream()
                .filter(step -> !lost.contains(step))
                .forEach(step -> consumedHere.merge(id(view, step.partition()), step.nextOffset(), Math::max));
        synchronized (progress) {
            progress.notifyAll();
        }
        return lost;
    }

    private List<Step> lost(View view, Collection<Step> steps) {
        var stored = stored(view, steps.stream().map(Step::partition).toList());
        return steps.stream()
                .filter(step -> stored.getOrDefault(step.partition(), 0L) < step.nextOffset())
                .toList();
    }

    /** Ends what memory says about a partition: another instance consumes it, or the store has lost something. */
    void forget(View view, int partition) {
        consumedHere.remove(id(view, partition));
    }

    /** Waits until a view has reached a position, at whichever instance; false if the deadline passes first. */
    public boolean await(View view, int partition, LongSupplier nextOffset, long deadlineNanos) {
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

    /** Of the generation that the caller has to do with. */
    private String id(View view, int partition) {
        return routing.current(view.name()).name() + "/" + view.topic().topicName() + "/" + partition;
    }
}
