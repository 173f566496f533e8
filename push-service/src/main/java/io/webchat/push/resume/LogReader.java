package io.webchat.push.resume;

import io.webchat.push.fanout.FanOut;
import io.webchat.push.fanout.LogEvent;
import io.webchat.push.fanout.LogEvents;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import io.webchat.push.protocol.ResetReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
 * a time is bounded. A retried append is not recognised here; clients ignore a message id that they have.
 */
final class LogReader {
    private static final Logger log = LoggerFactory.getLogger(LogReader.class);
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final Duration POLL = Duration.ofMillis(200);

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
     * Hands a client everything that it may see of some streams, from its positions up to the given ones.
     *
     * @return where the client is then; empty if it has gone
     */
    Optional<Positions> read(ReturningClient client, Positions from, Map<EventStream, Long> until)
            throws UnresumableException, LogUnavailableException, InterruptedException {
        if (!readers.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new LogUnavailableException("too many clients are reading the log");
        }
        try (var consumer = consumers.get()) {
            return new Pass(client, consumer, from, until).run();
        } catch (OffsetOutOfRangeException e) {
            throw new UnresumableException(ResetReason.TOO_OLD);
        } finally {
            readers.release();
        }
    }

    /** One client's way through the log. */
    private final class Pass {
        private final ReturningClient client;
        private final Consumer<byte[], byte[]> consumer;
        private final Map<TopicPartition, EventStream> streams;
        private final Map<EventStream, Long> until;
        private final Map<EventStream, Long> unfinished;
        private Positions at;

        Pass(ReturningClient client, Consumer<byte[], byte[]> consumer, Positions from, Map<EventStream, Long> until) {
            this.client = client;
            this.consumer = consumer;
            this.until = until;
            this.unfinished = new HashMap<>(until);
            this.at = from;
            streams = until.keySet().stream()
                    .collect(Collectors.toMap(s -> new TopicPartition(s.topic().topicName(), s.partition()), s -> s));
        }

        Optional<Positions> run() throws LogUnavailableException, InterruptedException {
            consumer.assign(streams.keySet());
            streams.forEach((partition, stream) -> consumer.seek(partition, at.at(stream)));
            var progress = System.nanoTime();
            while (!unfinished.isEmpty()) {
                var before = at;
                for (var chunk : chunks(eventsOf(consumer.poll(POLL)))) {
                    if (!client.awaitRoom()) {
                        return Optional.empty();
                    }
                    fanOut.replay(client, fanOut.visible(client.user(), chunk), fanOut.positions());
                }
                streams.forEach(this::advance);
                client.progressed(at);
                if (!at.equals(before)) {
                    progress = System.nanoTime();
                } else if (System.nanoTime() - progress > timeout.toNanos()) {
                    throw new LogUnavailableException("the log cannot be read");
                }
            }
            return Optional.of(at);
        }

        /** What lies before the end of its stream; the rest comes from memory. */
        private List<LogEvent> eventsOf(Iterable<ConsumerRecord<byte[], byte[]>> records) {
            var events = new ArrayList<LogEvent>();
            for (var record : records) {
                var stream = streams.get(new TopicPartition(record.topic(), record.partition()));
                if (stream != null && record.value() != null && record.offset() < until.getOrDefault(stream, 0L)) {
                    read(stream, record).ifPresent(events::add);
                }
            }
            return events;
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

        private Optional<LogEvent> read(EventStream stream, ConsumerRecord<byte[], byte[]> record) {
            try {
                return Optional.of(LogEvents.read(stream, record));
            } catch (RuntimeException e) {
                log.error("skipping {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
                return Optional.empty();
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
}
