package io.webchat.projection.consume;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.webchat.log.codec.UnreadableRecordException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Brings one poll of the log into one view, partition by partition, then remembers the positions.
 *
 * <p>When the store fails, the exception leaves this listener and the whole poll comes again, for ever, so order is
 * kept and nothing is skipped; partitions that were done already see a repetition, which changes nothing. A record that
 * cannot be understood or applied goes to the dead letter topic, and its partition goes on.
 */
final class ProjectionListener<E> implements BatchMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {
    private final Projection<E> projection;
    private final ViewPositions positions;
    private final DeadLetters deadLetters;
    private final Timer delay;

    ProjectionListener(
            Projection<E> projection, ViewPositions positions, DeadLetters deadLetters, MeterRegistry meters) {
        this.projection = projection;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.delay = Timer.builder("webchat.projection.delay")
                .description("From the append of a record to its being in the view")
                .tag("view", projection.name())
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            consumer.seek(partition, positions.load(projection.name(), projection.topic(), partition.partition()));
        }
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
        batch.stream().collect(Collectors.groupingBy(ConsumerRecord::partition)).forEach(this::apply);
    }

    private void apply(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        var readable = new ArrayList<Readable<E>>();
        for (var record : records) {
            read(record, readable);
        }
        if (!readable.isEmpty()) {
            applyTogether(readable);
        }
        positions.save(
                projection.name(),
                projection.topic(),
                partition,
                records.getLast().offset() + 1);
        var now = System.currentTimeMillis();
        records.forEach(record -> delay.record(Duration.ofMillis(Math.max(0, now - record.timestamp()))));
    }

    private record Readable<E>(ConsumerRecord<byte[], byte[]> record, Logged<E> logged) {}

    private void read(ConsumerRecord<byte[], byte[]> record, List<Readable<E>> readable) {
        if (record.value() == null) {
            return; // A tombstone: what it erases is no longer in the log, and a rebuilt view never sees it.
        }
        try {
            readable.add(new Readable<>(record, new Logged<>(projection.codec().decode(record), record.offset())));
        } catch (UnreadableRecordException e) {
            deadLetters.add(projection, record, e);
        }
    }

    private void applyTogether(List<Readable<E>> readable) {
        try {
            projection.apply(readable.stream().map(Readable::logged).toList());
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            applyOneByOne(readable);
        }
    }

    /** One of them cannot be applied: finds out which, and applies the others. */
    private void applyOneByOne(List<Readable<E>> readable) {
        for (var each : readable) {
            try {
                projection.apply(List.of(each.logged()));
            } catch (DataAccessException | MongoException e) {
                throw e;
            } catch (RuntimeException e) {
                deadLetters.add(projection, each.record(), e);
            }
        }
    }
}
