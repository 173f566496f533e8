package io.webchat.push.fanout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.Envelope;
import io.webchat.log.MessageRecords;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.replica.LogTail;
import io.webchat.log.replica.StructureReplica;
import io.webchat.push.protocol.EventStream;
import io.webchat.support.log.LogClients;
import io.webchat.support.tracing.LogTracing;
import io.webchat.support.tracing.RecordSpan;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows messages, structure, what people have read and how they show themselves, and feeds the fan-out with all of
 * it.
 *
 * <p>A message names the position of structure as of which its author was authorised; it is delivered when the replica
 * is there. So whoever had joined before a message was written gets it, although the two travel in different topics.
 * The replica reads on a thread of its own, so waiting for it cannot block it. If it does not get there in time, the
 * message is delivered by what is known, and counted.
 *
 * <p>It begins a bounded distance before the end of the messages, so that the recent past is in memory when the first
 * client comes.
 */
public final class LogFeed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogFeed.class);
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final FanOut fanOut;
    private final StructureReplica structure;
    private final LogTracing tracing;
    private final LogTail messages;
    private final LogTail reads;
    private final LogTail profiles;
    private final Duration causeTimeout;
    private final Counter causesMissed;

    /** To be made before the replica starts: the fan-out has to hear all of it. */
    public LogFeed(
            FanOut fanOut,
            StructureReplica structure,
            LogClients clients,
            FanOutProperties properties,
            LogTracing tracing,
            MeterRegistry registry) {
        this.fanOut = fanOut;
        this.structure = structure;
        this.tracing = tracing;
        this.causeTimeout = properties.causeTimeout();
        var start = LogTail.Start.beforeEnd(properties.recentEvents());
        messages = new LogTail(Topic.MESSAGES, clients::tailConsumer, start, this::message);
        reads = new LogTail(Topic.READS, clients::tailConsumer, start, this::reading);
        profiles = new LogTail(Topic.USERS, clients::tailConsumer, start, this::profile);
        structure.addListener(new Structure());
        causesMissed = Counter.builder("webchat.push.causes.missed")
                .description("Messages delivered before the structure that they were authorised by was known")
                .register(registry);
        watch(registry, Topic.MESSAGES, messages);
        watch(registry, Topic.READS, reads);
        watch(registry, Topic.USERS, profiles);
        watch(registry, Topic.STRUCTURE, structure.tail());
    }

    /** Begins to follow all but structure; the replica has its own life cycle. */
    public void start() {
        messages.start();
        reads.start();
        profiles.start();
    }

    /** Whether everything that was committed when this was called has been delivered, in time. */
    public boolean awaitCurrent(Duration timeout) {
        var deadline = System.nanoTime() + timeout.toNanos();
        var current = structure.tail().awaitCurrent(timeout)
                && messages.awaitCurrent(left(deadline))
                && reads.awaitCurrent(left(deadline))
                && profiles.awaitCurrent(left(deadline));
        if (current) {
            // Offsets at the end of a stream may hold no record: markers of transactions, or what compaction removed.
            EventStream.STRUCTURE.forEach(
                    s -> fanOut.reached(s, structure.tail().position(s.partition())));
            EventStream.MESSAGES.forEach(s -> fanOut.reached(s, messages.position(s.partition())));
            EventStream.READS.forEach(s -> fanOut.reached(s, reads.position(s.partition())));
            EventStream.USERS.forEach(s -> fanOut.reached(s, profiles.position(s.partition())));
        }
        return current;
    }

    /** Whether delivery is known to be at most two seconds behind, or becomes current in time. */
    public boolean awaitFresh(Duration timeout) {
        return staleness().compareTo(FRESH) <= 0 || awaitCurrent(timeout);
    }

    /** How long ago delivery is known to have been complete. */
    public Duration staleness() {
        return Collections.max(
                List.of(messages.staleness(), structure.staleness(), reads.staleness(), profiles.staleness()));
    }

    @Override
    public void close() {
        messages.close();
        reads.close();
        profiles.close();
    }

    private void message(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            var stream = new EventStream(Topic.MESSAGES, record.partition());
            fanOut.erase(stream, MessageRecords.messageOf(record), record.offset());
            return;
        }
        traced(record, span -> {
            awaitCause(LogEvents.serverOf(record), record);
            fanOut.deliver(LogEvents.message(record), span);
        });
    }

    private void reading(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null) {
            traced(record, span -> fanOut.deliver(LogEvents.reading(record), span));
        }
    }

    private void profile(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null) {
            traced(record, span -> fanOut.deliver(LogEvents.profile(record), span));
        }
    }

    /** The span ends when the event was handed to all connections; their writes go on. */
    private void traced(ConsumerRecord<byte[], byte[]> record, Consumer<RecordSpan> delivery) {
        var span = tracing.begin("push", record);
        try {
            delivery.accept(span);
            span.end();
        } catch (RuntimeException e) {
            span.fail(e);
            throw e;
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private void awaitCause(ServerId server, ConsumerRecord<byte[], byte[]> record) {
        var cause =
                Envelope.readLong(record.headers(), Envelope.STRUCTURE_OFFSET).orElse(0);
        var partition = Partitioning.partitionOf(server.value());
        if (!structure.tail().awaitPosition(partition, cause, causeTimeout)) {
            causesMissed.increment();
            log.warn("delivering a message of {} without structure up to {}", server, cause);
        }
    }

    private static void watch(MeterRegistry registry, Topic topic, LogTail tail) {
        var tags = Tags.of("topic", topic.topicName());
        for (var partition = 0; partition < Topic.PARTITIONS; partition++) {
            var number = partition;
            Gauge.builder("webchat.push.tail.behind", tail, t -> t.behind(number))
                    .description("Offsets of a partition that were still to be read when its end was last looked at")
                    .tags(tags.and("partition", Integer.toString(number)))
                    .register(registry);
        }
        Gauge.builder("webchat.push.tail.staleness", tail, t -> t.staleness().toMillis() / 1_000.0)
                .description("Seconds since this instance is known to have read everything")
                .tags(tags)
                .register(registry);
    }

    private final class Structure implements StructureReplica.Listener {
        @Override
        public void restored(Collection<Server> servers) {
            fanOut.restore(servers);
        }

        @Override
        public void applied(ConsumerRecord<byte[], byte[]> record, StructureEvent event, Server server) {
            traced(record, span -> fanOut.deliver(LogEvents.structure(record, event), server, span));
        }
    }
}
