package io.webchat.command.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Envelope;
import io.webchat.log.LogPosition;
import io.webchat.log.MessageRecords;
import io.webchat.log.Topic;
import io.webchat.log.replica.LogTail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Which record of the messages' log came first for each command, of all instances, over the last minutes. So an
 * instance can tell what became of a command that was sent here, there, or to both at once, and whether its own record
 * is the one that counts.
 *
 * <p><b>Guarantee.</b> A command is found if its record is younger than {@link #horizon} and {@link #passed} has come
 * to it. <b>Limit.</b> It forgets records that are older than its window, and earlier if there are more than it may
 * hold; each takes about 150 bytes of heap.
 */
final class RecentMessages {
    /** A view that is further behind than this is known to be behind. */
    private static final Duration LAGGING = Duration.ofSeconds(30);

    /** About 300 bytes of heap each. */
    private static final int LAST_CHANGES = 50_000;

    private final List<Partition> partitions = IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(number -> new Partition())
            .toList();
    private final RecentMessagesProperties properties;
    private final Supplier<Instant> begin;
    private final PostListener posts;
    private final InstantSource clock;
    private final LogTail tail;
    private final Cache<String, Long> lastChanges = Caffeine.newBuilder()
            .expireAfterWrite(LAGGING)
            .maximumSize(LAST_CHANGES)
            .build();
    private volatile Instant begun = Instant.MAX;

    /** Hears of every message that is posted, anywhere. */
    @FunctionalInterface
    interface PostListener {
        void posted(ChannelId channel, UserId author, Instant at);
    }

    /** @param begin asked when reading begins: from when on records are read */
    RecentMessages(
            Supplier<Consumer<byte[], byte[]>> consumers,
            RecentMessagesProperties properties,
            Supplier<Instant> begin,
            PostListener posts,
            InstantSource clock) {
        this.properties = properties;
        this.begin = begin;
        this.posts = posts;
        this.clock = clock;
        this.tail = new LogTail(Topic.MESSAGES, consumers, this::begin, this::apply);
    }

    private record Key(ChannelId channel, CommandId command) {}

    private record Remembered(Key key, long offset, Instant at) {}

    private static final class Partition {
        final Map<Key, Long> first = new ConcurrentHashMap<>();
        final Deque<Remembered> order = new ArrayDeque<>();
        final ConcurrentSkipListMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();
        volatile long reached;
        volatile Instant forgottenUpTo = Instant.MIN;
        volatile long forgottenBefore;

        void begin(long offset) {
            reached = offset;
            forgottenBefore = offset;
        }
    }

    LogTail tail() {
        return tail;
    }

    /** The offset of the first record of a command; empty if none is remembered. */
    OptionalLong first(int partition, ChannelId channel, CommandId command) {
        var offset = partitions.get(partition).first.get(new Key(channel, command));
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** The offset of the last record about a message, of any kind; empty if there was none within seconds. */
    OptionalLong lastChange(ChannelId channel, MessageId message) {
        var offset = lastChanges.getIfPresent(channel + "/" + message);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /** Completes when the record at an offset, and all before it, have been read here. */
    CompletableFuture<Void> passed(int partition, long offset) {
        var here = partitions.get(partition);
        var future = here.waiting.computeIfAbsent(offset, key -> new CompletableFuture<>());
        if (here.reached > offset) {
            here.waiting.remove(offset, future);
            future.complete(null);
        }
        return future;
    }

    /** Up to where the partitions have been read here. */
    List<LogPosition> read() {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(number -> new LogPosition(Topic.MESSAGES, number, partitions.get(number).reached))
                .toList();
    }

    /** Records that are younger are remembered. */
    Instant horizon(int partition) {
        var forgotten = partitions.get(partition).forgottenUpTo;
        return forgotten.isAfter(begun) ? forgotten : begun;
    }

    /** Whoever has read up to here knows all that is not remembered. */
    LogPosition forgotten(int partition) {
        return new LogPosition(Topic.MESSAGES, partition, partitions.get(partition).forgottenBefore);
    }

    private Map<TopicPartition, Long> begin(Consumer<byte[], byte[]> consumer, List<TopicPartition> of) {
        begun = begin.get();
        var offsets = LogTail.Start.at(begun).offsets(consumer, of);
        offsets.forEach(
                (partition, offset) -> partitions.get(partition.partition()).begin(offset));
        return offsets;
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        var partition = partitions.get(record.partition());
        if (record.value() != null) {
            remember(partition, record);
        }
        // In this order: whoever registers after the waiting ones were called sees that it is reached.
        partition.reached = record.offset() + 1;
        var done = partition.waiting.headMap(record.offset(), true);
        done.values().forEach(future -> future.complete(null));
        done.clear();
    }

    private void remember(Partition partition, ConsumerRecord<byte[], byte[]> record) {
        var at = Instant.ofEpochMilli(record.timestamp());
        var channel = MessageRecords.channelOf(record);
        if (at.isAfter(clock.instant().minus(LAGGING))) {
            lastChanges.put(MessageRecords.messageOf(record), record.offset());
        }
        Envelope.read(record.headers(), Envelope.COMMAND_ID)
                .map(CommandId::parse)
                .ifPresent(command -> {
                    var key = new Key(channel, command);
                    if (partition.first.putIfAbsent(key, record.offset()) == null) {
                        partition.order.add(new Remembered(key, record.offset(), at));
                    }
                });
        if (MessageRecords.isPosted(record)) {
            Envelope.read(record.headers(), Envelope.USER_ID)
                    .map(UserId::parse)
                    .ifPresent(author -> posts.posted(channel, author, at));
        }
        forget(partition, at.minus(properties.window()));
    }

    private void forget(Partition partition, Instant before) {
        var order = partition.order;
        while (order.size() > properties.perPartition()
                || !order.isEmpty() && order.getFirst().at().isBefore(before)) {
            var oldest = order.removeFirst();
            partition.first.remove(oldest.key());
            partition.forgottenBefore = oldest.offset() + 1;
            if (oldest.at().isAfter(partition.forgottenUpTo)) {
                partition.forgottenUpTo = oldest.at();
            }
        }
    }
}
