package io.webchat.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.log.Partitioning;
import io.webchat.push.protocol.EventStream;
import io.webchat.test.Infrastructure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the log what command-service would. */
public final class ChatLog {
    private static final LogRecords RECORDS = new LogRecords("/webchat/test");
    private static final Map<ServerId, Long> STRUCTURE = new ConcurrentHashMap<>();
    private static final Map<String, Long> WRITTEN = new ConcurrentHashMap<>();
    private static final Producer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", Infrastructure.shared().kafkaBootstrapServers(), "acks", "all", "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    private ChatLog() {}

    /** For each stream the offset after what was written last. */
    public static Map<String, Long> written() {
        return Map.copyOf(WRITTEN);
    }

    private static void remember(RecordMetadata appended) {
        EventStream.ALL.stream()
                .filter(stream -> stream.topic().topicName().equals(appended.topic()))
                .filter(stream -> stream.partition() == appended.partition())
                .forEach(stream -> WRITTEN.merge(stream.name(), appended.offset() + 1, Math::max));
    }

    /** A server with one channel. */
    public record Room(ServerId server, ChannelId channel) {}

    public static UserId someone() {
        return new UserId(Ids.fresh());
    }

    public static Room room(UserId owner) {
        return room(owner, new ChannelId(Ids.fresh()));
    }

    /** A room whose messages are in the stream of another's. */
    public static Room roomBeside(Room other, UserId owner) {
        var partition = Partitioning.partitionOf(other.channel().value());
        return Stream.generate(() -> new ChannelId(Ids.fresh()))
                .filter(channel -> Partitioning.partitionOf(channel.value()) == partition)
                .map(channel -> room(owner, channel))
                .findFirst()
                .orElseThrow();
    }

    private static Room room(UserId owner, ChannelId channel) {
        var room = new Room(new ServerId(Ids.fresh()), channel);
        append(new ServerEvent.Created(room.server(), "a server", owner, now()));
        join(room, owner);
        append(new ChannelEvent.Created(room.server(), room.channel(), "general", owner, now(), null, null, null));
        return room;
    }

    /** Another channel of the server of a room. */
    public static Room channelBeside(Room room, UserId owner) {
        var beside = new Room(room.server(), new ChannelId(Ids.fresh()));
        append(new ChannelEvent.Created(beside.server(), beside.channel(), "another", owner, now(), null, null, null));
        return beside;
    }

    public static RecordMetadata join(Room room, UserId user) {
        return append(new MemberEvent.Joined(room.server(), user, null, now()));
    }

    public static RecordMetadata post(Room room, UserId author, String content) {
        return append(message(room, author, new MessageId(Ids.fresh()), content));
    }

    /** Somebody calls others. */
    public static RecordMetadata call(Room room, UserId author, Mentions mentions) {
        return call(room, author, new MessageId(Ids.fresh()), mentions);
    }

    /** Somebody calls others by a message under an id. */
    public static RecordMetadata call(Room room, UserId author, MessageId id, Mentions mentions) {
        var event = new MessageEvent.Posted(
                room.server(), room.channel(), id, author, "you there", null, null, mentions, null, now());
        return append(event);
    }

    /** Posts many at once. */
    public static void post(Room room, UserId author, List<String> contents) {
        contents.forEach(content ->
                PRODUCER.send(message(room, author, new MessageId(Ids.fresh()), content), (appended, failure) -> {
                    if (failure == null) {
                        remember(appended);
                    }
                }));
        PRODUCER.flush();
    }

    /** Posts a message under an id. */
    public static RecordMetadata post(Room room, UserId author, MessageId id, String content) {
        return append(message(room, author, id, content));
    }

    /** Its author writes a message anew. */
    public static RecordMetadata edit(Room room, UserId author, MessageId id, String content) {
        return append(new MessageChange.Edited(room.server(), room.channel(), id, author, 1, content, null, now()));
    }

    /** Somebody takes a message away. */
    public static RecordMetadata delete(Room room, UserId actor, MessageId id) {
        return append(new MessageChange.Deleted(room.server(), room.channel(), id, actor, now()));
    }

    /** The record of a message; a fresh one for each call, as a retry would have. */
    public static ProducerRecord<byte[], byte[]> message(Room room, UserId author, MessageId id, String content) {
        var event = MessageEvent.Posted.text(room.server(), room.channel(), id, author, content, now());
        return RECORDS.message(event, new CommandId(id.value()), STRUCTURE.getOrDefault(room.server(), 0L));
    }

    public static RecordMetadata append(ProducerRecord<byte[], byte[]> record) {
        try {
            var appended = PRODUCER.send(record).get();
            remember(appended);
            return appended;
        } catch (Exception e) {
            throw new AssertionError(new String(record.key(), UTF_8), e);
        }
    }

    /** Appends a message that was authorised after a structure event which is appended only later. */
    public static ProducerRecord<byte[], byte[]> authorisedBy(
            ProducerRecord<byte[], byte[]> message, long structureOffset) {
        message.headers().remove("ce_structureoffset");
        message.headers()
                .add("ce_structureoffset", Long.toString(structureOffset).getBytes(UTF_8));
        return message;
    }

    /** Somebody has read up to a message. */
    public static RecordMetadata read(Room room, UserId user, long number) {
        return append(RECORDS.reading(new ReadingEvent.Read(
                user, room.server(), room.channel(), null, new MessageId(Ids.fresh()), number, now())));
    }

    /** Somebody shows themselves under another name. */
    public static RecordMetadata rename(UserId user, String displayName) {
        return append(RECORDS.user(new UserEvent.ProfileChanged(user, "somebody", displayName, null, null, 1, now())));
    }

    public static RecordMetadata append(MessageEvent event) {
        return append(RECORDS.message(event, new CommandId(Ids.fresh()), STRUCTURE.getOrDefault(event.serverId(), 0L)));
    }

    public static RecordMetadata append(StructureEvent event) {
        var appended = append(RECORDS.structure(event, new CommandId(Ids.fresh())));
        STRUCTURE.put(event.serverId(), appended.offset() + 1);
        return appended;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
