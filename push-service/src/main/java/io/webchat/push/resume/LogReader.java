package io.webchat.push.resume;

import io.webchat.log.MessageRecords;
import io.webchat.push.fanout.FanOut;
import io.webchat.push.fanout.LogEvent;
import io.webchat.push.fanout.LogEvents;
import io.webchat.push.fanout.Wordings;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import io.webchat.push.protocol.ResetReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads for one returning client what is not in memory any more, with a consumer of its own. The number of consumers at
 * a time is bounded, and nobody keeps one from the others: it is given back when the client reads slowly, and after
 * {@link #TURN} if others wait. A retried append is not recognised here; clients ignore a message id that they have.
 */
final class LogReader {
    private static final Logger log = LoggerFactory.getLogger(LogReader.class);
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TURN = Duration.ofSeconds(1);
    /** For the next chunk. Most clients need less, and who needs more is waited for without a consumer. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final FanOut fanOut;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Duration timeout;
    private final Semaphore readers;

    /** @param consumers makes consumers that fail on an offset which does not exist, rather than jump */
    LogReader(FanOut fanOut, Supplier<Consumer<byte[], byte[]>> consumers, ResumeProperties properties) {
        this.fanOut = fanOut;
        this.consumers = consumers;
        this.timeout = properties.logTimeout();
        this.readers = new Semaphore(properties.concurrentReaders(), true);
    }

    /**
     * Hands a client what it may see of some streams, from its positions up to the given ones, or the first part of it.
     * To be called when the client has room, and again until it is there.
     *
     * @param wordings what it is told that messages say, as {@link #findWordings} has found it
     * @return where the client is then
     */
    Positions read(ReturningClient client, Positions from, Map<EventStream, Long> until, Wordings wordings)
            throws UnresumableException, LogUnavailableException, InterruptedException {
        return withConsumer(consumer -> new Pass(client, new Way(consumer, from, until), wordings).run());
    }

    /**
     * Adds what the messages say that were edited, deleted or erased between some positions, or in the first part of
     * the way. To be called again until it is there. Ends early once nobody wants it any more.
     *
     * @return up to where they are known then
     */
    Positions findWordings(BooleanSupplier isWanted, Positions from, Map<EventStream, Long> until, Wordings wordings)
            throws UnresumableException, LogUnavailableException, InterruptedException {
        return withConsumer(consumer -> {
            var way = new Way(consumer, from, until);
            while (isWanted.getAsBoolean() && !way.isOver() && !way.isForOthers()) {
                way.next().forEach(record -> addWording(way.streamOf(record), record, wordings));
                way.passed();
            }
            return way.at();
        });
    }

    private static void addWording(EventStream stream, ConsumerRecord<byte[], byte[]> record, Wordings wordings) {
        if (record.value() == null) {
            wordings.erase(MessageRecords.messageOf(record), record.offset());
        } else if (MessageRecords.isEdited(record) || MessageRecords.isDeleted(record)) {
            eventOf(stream, record).ifPresent(wordings::add);
        }
    }

    private static Optional<LogEvent> eventOf(EventStream stream, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(LogEvents.read(stream, record));
        } catch (RuntimeException e) {
            log.error("skipping {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T with(Consumer<byte[], byte[]> consumer) throws LogUnavailableException, InterruptedException;
    }

    private <T> T withConsumer(Reading<T> reading)
            throws UnresumableException, LogUnavailableException, InterruptedException {
        if (!readers.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LogUnavailableException("too many clients are reading the log");
        }
        try (var consumer = consumers.get()) {
            return reading.with(consumer);
        } catch (OffsetOutOfRangeException e) {
            throw new UnresumableException(ResetReason.TOO_OLD);
        } finally {
            readers.release();
        }
    }

    /** From some positions to others. */
    private final class Way {
        private final Consumer<byte[], byte[]> consumer;
        private final Map<TopicPartition, EventStream> streams;
        private final Map<EventStream, Long> until;
        private final Map<EventStream, Long> unfinished;
        private final Positions from;
        private final long begun = System.nanoTime();
        private Positions at;
        private Positions before;
        private long progress = System.nanoTime();

        Way(Consumer<byte[], byte[]> consumer, Positions from, Map<EventStream, Long> until) {
            this.consumer = consumer;
            this.until = until;
            this.unfinished = new HashMap<>(until);
            this.from = from;
            this.at = from;
            this.before = from;
            streams = until.keySet().stream()
                    .collect(Collectors.toMap(s -> new TopicPartition(s.topic().topicName(), s.partition()), s -> s));
            consumer.assign(streams.keySet());
            streams.forEach((partition, stream) -> consumer.seek(partition, from.at(stream)));
        }

        Positions at() {
            return at;
        }

        boolean isOver() {
            return unfinished.isEmpty();
        }

        /** Whether it has come on, and others wait who have not had their turn. */
        boolean isForOthers() {
            return hasBegun() && readers.hasQueuedThreads() && System.nanoTime() - begun > TURN.toNanos();
        }

        boolean hasBegun() {
            return !at.equals(from);
        }

        EventStream streamOf(ConsumerRecord<byte[], byte[]> record) {
            return Objects.requireNonNull(streams.get(new TopicPartition(record.topic(), record.partition())));
        }

        /** Some records that lie before the end of their stream, tombstones too; the rest comes from memory. */
        List<ConsumerRecord<byte[], byte[]>> next() {
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < until.getOrDefault(streamOf(record), 0L)) {
                    records.add(record);
                }
            }
            return records;
        }

        /** These are behind it. */
        void passed(List<LogEvent> events) {
            var next = new HashMap<EventStream, Long>();
            events.forEach(event -> next.put(event.stream(), event.offset() + 1));
            next.forEach((stream, offset) -> at = at.with(stream, offset));
        }

        /** All that came is behind it. */
        void passed() throws LogUnavailableException {
            streams.forEach(this::advance);
            if (!at.equals(before)) {
                before = at;
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > timeout.toNanos()) {
                throw new LogUnavailableException("the log cannot be read");
            }
        }

        private void advance(TopicPartition partition, EventStream stream) {
            var end = until.getOrDefault(stream, 0L);
            at = at.with(stream, Math.min(consumer.position(partition), end));
            if (at.at(stream) >= end) {
                unfinished.remove(stream);
                consumer.pause(List.of(partition));
            }
        }
    }

    /** One client's turn. */
    private final class Pass {
        private final ReturningClient client;
        private final Way way;
        private final Wordings wordings;

        Pass(ReturningClient client, Way way, Wordings wordings) {
            this.client = client;
            this.way = way;
            this.wordings = wordings;
        }

        Positions run() throws LogUnavailableException, InterruptedException {
            while (!way.isOver()) {
                for (var chunk : chunks(eventsOf(way.next()))) {
                    if (way.hasBegun() && !goesOn()) {
                        return way.at();
                    }
                    fanOut.replay(client, late(fanOut.visible(client.user(), chunk)), fanOut.positions());
                    way.passed(chunk);
                    client.progressed(way.at());
                }
                way.passed();
                client.progressed(way.at());
            }
            return way.at();
        }

        private boolean goesOn() throws InterruptedException {
            return !way.isForOthers() && client.hasRoomWithin(PAUSE);
        }

        private List<LogEvent> eventsOf(List<ConsumerRecord<byte[], byte[]>> records) {
            return records.stream()
                    .filter(record -> record.value() != null)
                    .flatMap(record -> eventOf(way.streamOf(record), record).stream())
                    .toList();
        }

        private List<LogEvent> late(List<LogEvent> events) {
            return events.stream()
                    .filter(event -> !wordings.isErased(event))
                    .map(wordings::late)
                    .toList();
        }

        private static List<List<LogEvent>> chunks(List<LogEvent> events) {
            var chunks = new ArrayList<List<LogEvent>>();
            var room = 0;
            for (var event : events) {
                if (room <= 0) {
                    chunks.add(new ArrayList<>());
                    room = CHUNK_BYTES;
                }
                chunks.getLast().add(event);
                room -= event.frame().bytes();
            }
            return chunks;
        }
    }
}
