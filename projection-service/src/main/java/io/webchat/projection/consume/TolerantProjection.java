package io.webchat.projection.consume;

import io.webchat.log.Envelope;
import io.webchat.log.codec.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Applies records to a projection. One that cannot be understood or applied goes to the dead letter topic, and the
 * others go on; a failure of the store that may pass is no fault of the records, and is thrown. The projection is told
 * of an event that it could not apply, so that it can keep its place.
 */
final class TolerantProjection<E> {
    private final Projection<E> projection;
    private final String group;
    private final DeadLetters deadLetters;

    /** @param group of the consumer that the records come from */
    TolerantProjection(Projection<E> projection, String group, DeadLetters deadLetters) {
        this.projection = projection;
        this.group = group;
        this.deadLetters = deadLetters;
    }

    private record Readable<E>(ConsumerRecord<byte[], byte[]> record, Logged<E> logged) {}

    private record Dead(ConsumerRecord<byte[], byte[]> record, RuntimeException cause) {}

    void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        var readable = new ArrayList<Readable<E>>();
        var dead = new ArrayList<Dead>();
        records.forEach(record -> read(record, readable, dead));
        if (!readable.isEmpty()) {
            apply(readable, dead);
        }
        // At last: while the store is away the same records are tried again and again.
        dead.forEach(letter -> deadLetters.add(projection.view(), group, letter.record(), letter.cause()));
    }

    /** Applies one record alone. Whatever is wrong with it, or with the store, is thrown. */
    void applyOne(ConsumerRecord<byte[], byte[]> record) {
        projection.apply(List.of(logged(record)));
    }

    private Logged<E> logged(ConsumerRecord<byte[], byte[]> record) {
        var command = Envelope.read(record.headers(), Envelope.COMMAND_ID).orElse(null);
        return new Logged<>(projection.codec().decode(record), record.offset(), command);
    }

    private void apply(List<Readable<E>> readable, List<Dead> dead) {
        try {
            projection.apply(readable.stream().map(Readable::logged).toList());
        } catch (RuntimeException e) {
            if (StoreFailures.mayPass(e)) {
                throw e;
            }
            applyOneByOne(readable, dead);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record, List<Readable<E>> readable, List<Dead> dead) {
        if (record.value() == null) {
            return; // A tombstone: what it erases is no longer in the log, and a rebuilt view never sees it.
        }
        try {
            readable.add(new Readable<>(record, logged(record)));
        } catch (UnreadableRecordException e) {
            dead.add(new Dead(record, e));
        }
    }

    /** One of them cannot be applied: finds out which, and applies the others. */
    private void applyOneByOne(List<Readable<E>> readable, List<Dead> dead) {
        for (var each : readable) {
            try {
                projection.apply(List.of(each.logged()));
            } catch (RuntimeException e) {
                if (StoreFailures.mayPass(e)) {
                    throw e;
                }
                passOver(each.logged(), e);
                dead.add(new Dead(each.record(), e));
            }
        }
    }

    private void passOver(Logged<E> logged, RuntimeException cause) {
        try {
            projection.passOver(logged);
        } catch (RuntimeException e) {
            if (StoreFailures.mayPass(e)) {
                throw e;
            }
            cause.addSuppressed(e);
        }
    }
}
