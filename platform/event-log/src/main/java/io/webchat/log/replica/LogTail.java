package io.webchat.log.replica;

import io.webchat.log.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole topic, all partitions, outside any consumer group, and hands each record to one handler on one thread:
 * in order within a partition, each record once per start, those of aborted transactions never. After a failure of
 * Kafka it goes on where it was.
 *
 * <p>It knows how current it is ({@link #staleness()}): twice a second it asks the brokers for the ends of the
 * partitions, and whenever it has read up to them it has seen everything that was committed when it asked. A broker
 * that does not answer therefore makes it stale, and a topic without traffic does not.
 */
public final class LogTail implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogTail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration HEAD_CHECK_INTERVAL = Duration.ofMillis(500);
    private static final Duration HEAD_CHECK_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofMillis(500);

    /** Applies one record. An exception is logged and the record skipped: every replica skips the same one. */
    @FunctionalInterface
    public interface Handler {
        void apply(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Where reading begins, in each partition. Asked when the tail first has a consumer, which is assigned to the
     * partitions and may be used to look at them; asked again if Kafka fails meanwhile.
     */
    @FunctionalInterface
    public interface Start {
        Start BEGINNING = Consumer::beginningOffsets;

        Map<TopicPartition, Long> offsets(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions);

        /** So many offsets before the end, or at the beginning if that is nearer. */
        static Start beforeEnd(long offsets) {
            return (consumer, partitions) -> {
                var beginnings = consumer.beginningOffsets(partitions);
                var starts = new HashMap<>(consumer.endOffsets(partitions));
                starts.replaceAll((partition, end) -> Math.max(beginnings.getOrDefault(partition, 0L), end - offsets));
                return starts;
            };
        }

        /** At the first record that is not older than a time, or at the end if there is none. */
        static Start at(Instant time) {
            return (consumer, partitions) -> {
                var millis = time.toEpochMilli();
                var starts = new HashMap<>(consumer.endOffsets(partitions));
                consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> millis)))
                        .forEach((partition, found) -> {
                            if (found != null) {
                                starts.put(partition, found.offset());
                            }
                        });
                return starts;
            };
        }
    }

    private final Topic topic;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Start start;
    private final Handler handler;
    private final Pace pace;
    private final List<TopicPartition> partitions;
    private final AtomicLongArray positions = new AtomicLongArray(Topic.PARTITIONS);
    private final Thread thread;
    private final Object progress = new Object();
    private final ReentrantLock applying = new ReentrantLock();
    private final LongAdder applied = new LongAdder();
    private final AtomicLongArray behind = new AtomicLongArray(Topic.PARTITIONS);
    private volatile long currentAsOf;
    private volatile boolean everCurrent;
    private volatile long recordsAtStart;
    private volatile boolean headWanted = true;
    private volatile boolean positioned;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    /** A tail that reads each record {@linkplain Pace#AT_ONCE at once}. */
    public LogTail(Topic topic, Supplier<Consumer<byte[], byte[]>> consumers, Start start, Handler handler) {
        this(topic, consumers, start, handler, Pace.AT_ONCE);
    }

    /**
     * @param consumers makes consumers with {@code isolation.level=read_committed} and no group; called again after a
     *     failure
     */
    public LogTail(Topic topic, Supplier<Consumer<byte[], byte[]>> consumers, Start start, Handler handler, Pace pace) {
        this.topic = topic;
        this.pace = pace;
        this.consumers = consumers;
        this.start = start;
        this.handler = handler;
        this.partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(topic.topicName(), p))
                .toList();
        this.thread =
                Thread.ofPlatform().name("tail-" + topic.topicName()).daemon().unstarted(this::run);
    }

    /** Begins to read. Returns at once; {@link #awaitCurrent} tells when everything there is has been read. */
    public void start() {
        thread.start();
    }

    /** The offset of the next record of a partition that will be applied. */
    public long position(int partition) {
        return positions.get(partition);
    }

    /**
     * Asks a question between two records: while none is being applied, {@link #position} fits what was applied in
     * every partition. It holds up the reading, so it must be quick. It can be asked at any time, also of a closed
     * tail.
     */
    <T> T betweenRecords(Supplier<T> question) {
        applying.lock();
        try {
            return question.get();
        } finally {
            applying.unlock();
        }
    }

    /** Whether {@link #position} is meaningful: reading has begun. */
    public boolean hasStarted() {
        return positioned;
    }

    /**
     * Waits until everything before an offset has been applied; false on timeout or interruption (the flag stays set).
     */
    public boolean awaitPosition(int partition, long nextOffset, Duration timeout) {
        return await(() -> positioned && positions.get(partition) >= nextOffset, timeout);
    }

    /**
     * Waits until everything that was committed when this was called has been applied; false on timeout or interruption
     * (the flag stays set).
     */
    public boolean awaitCurrent(Duration timeout) {
        var called = System.nanoTime();
        headWanted = true;
        return await(() -> everCurrent && currentAsOf - called >= 0, timeout);
    }

    /**
     * Whether this tail is known to have seen everything at most so long ago; if it is not, waits until it has seen
     * everything that was committed when this was called, false on timeout or interruption (the flag stays set).
     */
    public boolean awaitFresh(Duration age, Duration timeout) {
        return staleness().compareTo(age) <= 0 || awaitCurrent(timeout);
    }

    /** Whether it has ever seen everything. */
    public boolean wasCurrent() {
        return everCurrent;
    }

    /** How long ago this tail is known to have seen everything; the longest possible duration before it ever has. */
    public Duration staleness() {
        return everCurrent ? Duration.ofNanos(System.nanoTime() - currentAsOf) : Duration.ofSeconds(Long.MAX_VALUE);
    }

    /** How many records have been read. */
    public long records() {
        return applied.sum();
    }

    /** How many records had been read when it had first seen everything; 0 before. */
    public long recordsAtStart() {
        return recordsAtStart;
    }

    /** How many offsets, over all partitions, were still to be read when the ends were last looked at. */
    public long behind() {
        return IntStream.range(0, behind.length()).mapToLong(behind::get).sum();
    }

    /** How many offsets of a partition were still to be read when its end was last looked at. */
    public long behind(int partition) {
        return behind.get(partition);
    }

    @Override
    public String toString() {
        return "tail of " + topic.topicName();
    }

    @Override
    public void close() {
        closing.countDown();
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed()) {
            try (var reading = consumers.get()) {
                consumer = reading;
                reading.assign(partitions);
                seek(reading);
                read(reading);
            } catch (WakeupException e) {
                log.debug("{} is being closed", this);
            } catch (RuntimeException e) {
                // Of Kafka, of whoever says where to start: a tail that ended here would be stale for ever.
                log.warn("reading {} failed, trying again", topic.topicName(), e);
                pause();
            }
        }
    }

    private void seek(Consumer<byte[], byte[]> consumer) {
        if (positioned) {
            partitions.forEach(p -> consumer.seek(p, positions.get(p.partition())));
            return;
        }
        start.offsets(consumer, partitions).forEach((partition, offset) -> {
            consumer.seek(partition, offset);
            positions.set(partition.partition(), offset);
        });
        positioned = true;
        signal();
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        var nextCheck = System.nanoTime();
        Heads asked = null;
        while (!closed()) {
            var records = consumer.poll(POLL);
            for (var record : records) {
                apply(record);
            }
            // The consumer's position also passes the markers of transactions, which are no records.
            partitions.forEach(p -> positions.set(p.partition(), consumer.position(p)));
            signal();
            pace.after(records.count());
            if (asked == null && (headWanted || System.nanoTime() - nextCheck >= 0)) {
                headWanted = false;
                nextCheck = System.nanoTime() + HEAD_CHECK_INTERVAL.toNanos();
                asked = askHeads(consumer);
            }
            if (asked != null && has(asked.heads())) {
                currentAsOf = asked.at();
                if (!everCurrent) {
                    recordsAtStart = applied.sum();
                    everCurrent = true;
                }
                signal();
                asked = null;
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        applying.lock();
        try {
            handler.apply(record);
        } catch (RuntimeException e) {
            log.error("skipping {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
        } finally {
            positions.set(record.partition(), record.offset() + 1);
            applying.unlock();
        }
        applied.increment();
    }

    /** Where the partitions ended at some time. Under traffic they are past that as soon as one has the answer. */
    private record Heads(long at, Map<TopicPartition, Long> heads) {}

    private @Nullable Heads askHeads(Consumer<byte[], byte[]> consumer) {
        var at = System.nanoTime();
        try {
            var heads = consumer.endOffsets(partitions, HEAD_CHECK_TIMEOUT);
            heads.forEach((partition, head) ->
                    behind.set(partition.partition(), Math.max(0, head - positions.get(partition.partition()))));
            return new Heads(at, heads);
        } catch (TimeoutException e) {
            return null;
        }
    }

    private boolean has(Map<TopicPartition, Long> heads) {
        return heads.entrySet().stream()
                .allMatch(head -> positions.get(head.getKey().partition()) >= head.getValue());
    }

    private boolean await(BooleanSupplier condition, Duration timeout) {
        var deadline = System.nanoTime() + timeout.toNanos();
        synchronized (progress) {
            while (!condition.getAsBoolean()) {
                var left = Duration.ofNanos(deadline - System.nanoTime());
                if (!left.isPositive() || !waited(left)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean waited(Duration atMost) {
        try {
            progress.wait(atMost.toMillis() + 1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void signal() {
        synchronized (progress) {
            progress.notifyAll();
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            var ignored = closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
