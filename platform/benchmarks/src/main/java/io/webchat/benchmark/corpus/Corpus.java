package io.webchat.benchmark.corpus;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Brokers;
import io.webchat.benchmark.store.StoreProduct;
import io.webchat.client.PageRequest;
import io.webchat.client.WebChatClient;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A server whose channels are full of messages, half of them in the first channel. They are appended to the log as
 * command-service appends them, many at a time, because the read side is what is measured. What is made stays.
 */
public final class Corpus {
    /** So that every rare word is in some. */
    public static final int FEWEST = 2 * Words.RARE;

    private static final int OF_MONGODB = 1_000_000;
    private static final int OF_OTHERS = 100_000;
    private static final int SMALL_CHANNELS = 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** That of a server which was there from the beginning: nobody has to wait for its structure. */
    private static final long AUTHORISED_AS_OF = 0;

    private static final LogRecords RECORDS = new LogRecords("/webchat/command-service");

    private final WebChatClient founder;
    private final UUID server;
    private final List<UUID> channels;
    private final int messages;

    /** What is said last in each channel. */
    private final String last;

    private Corpus(WebChatClient founder, UUID server, List<UUID> channels, int messages, String last) {
        this.founder = founder;
        this.server = server;
        this.channels = channels;
        this.messages = messages;
        this.last = last;
    }

    /** Throws unless there are enough messages for a corpus; null stands for as many as suit the store. */
    public static void require(@Nullable Integer messages) {
        if (messages != null && messages < FEWEST) {
            throw new IllegalArgumentException("messages: " + messages + " (expected: " + FEWEST + " or more)");
        }
    }

    /** How many messages a store holds that was not asked for another number: of the embedded one, far fewer. */
    public static int usualSize(StoreProduct store) {
        return store.isMongoDb() ? OF_MONGODB : OF_OTHERS;
    }

    /** Makes the server and its channels, which are empty. */
    public static Corpus found(WebChatClient founder, int messages) {
        var run = Long.toString(System.currentTimeMillis(), 36);
        var created = founder.createServer("Corpus " + run);
        var channels = new ArrayList<UUID>();
        channels.add(created.generalChannelId());
        for (var i = 1; i <= SMALL_CHANNELS; i++) {
            channels.add(founder.createChannel(created.serverId(), "channel " + i));
        }
        return new Corpus(founder, created.serverId(), List.copyOf(channels), messages, "last" + run);
    }

    public UUID server() {
        return server;
    }

    /** Appends the messages, and returns when they can be read and found. */
    public void fill(String bootstrapServers, List<UUID> authors, Benchmark benchmark)
            throws ExecutionException, InterruptedException {
        benchmark.line("");
        benchmark.line("corpus: %,d messages in %d channels, half of them in the first one", messages, channels.size());
        var begun = System.nanoTime();
        append(bootstrapServers, authors);
        await("messages in the timelines", messages + (long) channels.size(), this::inTimelines);
        await(
                "channels whose last message is found",
                channels.size(),
                () -> founder.search(last, 1).total());
        benchmark.line("  written, in the timelines and in the index after %.0f s", (System.nanoTime() - begun) / 1e9);
    }

    /** The channel with half of the messages. */
    public UUID largest() {
        return channels.getFirst();
    }

    /** How many messages it has. */
    public long sizeOfLargest() {
        return Math.ceilDiv(messages, 2) + 1L;
    }

    private void append(String bootstrapServers, List<UUID> authors) throws ExecutionException, InterruptedException {
        var settings = Brokers.settings(bootstrapServers);
        settings.putAll(Map.of("acks", "all", "linger.ms", 20, "batch.size", 1 << 17));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var failure = new Failure();
            for (var i = 0; i < messages; i++) {
                var author = authors.get(i % authors.size());
                producer.send(record(channelOf(i), author, Words.text(i)), failure);
                failure.rethrow();
            }
            for (var channel = 0; channel < channels.size(); channel++) {
                producer.send(record(channel, authors.getFirst(), last), failure);
            }
            producer.flush();
            failure.rethrow();
        }
    }

    private static int channelOf(int message) {
        return message % 2 == 0 ? 0 : 1 + message / 2 % SMALL_CHANNELS;
    }

    private ProducerRecord<byte[], byte[]> record(int channel, UUID author, String content) {
        var id = Ids.fresh();
        var event = MessageEvent.Posted.text(
                new ServerId(server),
                new ChannelId(channels.get(channel)),
                new MessageId(id),
                new UserId(author),
                content,
                Instant.now());
        return RECORDS.message(event, new CommandId(id), AUTHORISED_AS_OF);
    }

    private long inTimelines() {
        var sum = 0L;
        for (var channel = 0; channel < channels.size(); channel++) {
            sum += head(channel);
        }
        return sum;
    }

    private long head(int channel) {
        var newest =
                founder.messages(channels.get(channel), PageRequest.newest(1)).messages();
        return newest.isEmpty() ? 0 : newest.getLast().number();
    }

    /** Throws if nothing changes for a while: then nothing will. */
    private static void await(String what, long expected, LongSupplier there) throws InterruptedException {
        var before = -1L;
        var since = System.nanoTime();
        for (var now = there.getAsLong(); now < expected; now = there.getAsLong()) {
            if (now != before) {
                before = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        what + ": " + now + " of " + expected + ", and no more for " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** The first one that a record met. */
    private static final class Failure implements Callback {
        private volatile @Nullable Exception first;

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
            if (failure != null && first == null) {
                first = failure;
            }
        }

        void rethrow() throws ExecutionException {
            var failure = first;
            if (failure != null) {
                throw new ExecutionException("a message was not written: " + failure.getMessage(), failure);
            }
        }
    }
}
