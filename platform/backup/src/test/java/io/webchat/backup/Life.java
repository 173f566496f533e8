package io.webchat.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.UserEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.log.codec.StructureOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;

/** What people do, as the services write it: in their order of store and log. For one thread. */
final class Life implements AutoCloseable {
    private static final LogRecords RECORDS = new LogRecords("/webchat/test");

    private final Platform platform;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaProducer<byte[], byte[]> writer;
    private final Admin admin;
    private final GridFSBucket files;

    Life(Platform platform) {
        this.platform = platform;
        this.producer = platform.producer("");
        this.writer = platform.producer("writer-" + Ids.fresh());
        this.admin = platform.admin();
        this.files = GridFSBuckets.create(platform.store(), "attachment_files");
        writer.initTransactions();
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    UserId register(String name) {
        var user = account(name);
        append(RECORDS.user(new UserEvent.Registered(user, name, name, now())));
        return user;
    }

    /** An account that the log has not heard of. */
    UserId account(String name) {
        var user = new UserId(Ids.fresh());
        platform.store()
                .getCollection("accounts")
                .insertOne(new Document("_id", user.toString())
                        .append("username", name)
                        .append("passwordHash", "$argon2id$" + name)
                        .append("createdAt", Date.from(now())));
        return user;
    }

    /** The log may not have heard of it when a backup is made. */
    void changeProfile(UserId user, int revision, boolean announced) {
        platform.store()
                .getCollection("accounts")
                .updateOne(Filters.eq(user.toString()), Updates.set("profileRevision", revision));
        if (announced) {
            append(RECORDS.user(
                    new UserEvent.ProfileChanged(user, "somebody", "Somebody", null, null, revision, now())));
        }
    }

    /** Somebody shows a picture; returns its id in the store. */
    String showPicture(UserId user, int revision, String digit) {
        var avatar = new AvatarId(digit.repeat(32));
        var id = user + "/" + avatar;
        platform.store()
                .getCollection("avatars")
                .insertOne(new Document("_id", id).append("image", new Binary(new byte[] {1, 2, 3})));
        append(RECORDS.user(new UserEvent.ProfileChanged(user, "somebody", "Somebody", null, avatar, revision, now())));
        return id;
    }

    /** A server with a channel; returns the position in its partition that includes it. */
    Server create(UserId owner) {
        var server = new ServerId(Ids.fresh());
        var channel = new ChannelId(Ids.fresh());
        var position = commit(
                server,
                new ServerEvent.Created(server, "Rockets", owner, now()),
                new MemberEvent.Joined(server, owner, null, now()),
                new ChannelEvent.Created(server, channel, "general", owner, now(), null, null, null));
        return new Server(server, channel, owner, position);
    }

    record Server(ServerId id, ChannelId channel, UserId owner, long position) {}

    /** As its writer does: the facts and the outcome in one transaction. */
    long commit(ServerId server, StructureEvent... events) {
        var command = new CommandId(Ids.fresh());
        writer.beginTransaction();
        var last = 0L;
        for (var event : events) {
            last = await(writer, RECORDS.structure(event, command));
        }
        var outcome = new StructureOutcome.Accepted(command, server, last + 1, null, null);
        writer.send(RECORDS.structureOutcome(outcome, now()));
        writer.commitTransaction();
        awaitMarkers();
        return last + 1;
    }

    /**
     * A commit is acknowledged before its markers are in all partitions, and readers see a partition only up to there.
     */
    private void awaitMarkers() {
        try {
            while (!ends(IsolationLevel.READ_COMMITTED).equals(ends(IsolationLevel.READ_UNCOMMITTED))) {
                Thread.onSpinWait();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, Long> ends(IsolationLevel isolation) throws Exception {
        var partitions = Stream.of(Topic.STRUCTURE, Topic.STRUCTURE_OUTCOMES)
                .flatMap(topic ->
                        IntStream.range(0, Topic.PARTITIONS).mapToObj(p -> new TopicPartition(topic.topicName(), p)))
                .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        return admin.listOffsets(partitions, new ListOffsetsOptions(isolation)).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    MessageId say(Server server, String text, AttachmentId... attachments) {
        var id = new MessageId(Ids.fresh());
        for (var attachment : attachments) {
            platform.store()
                    .getCollection("attachments")
                    .updateOne(Filters.eq(attachment.toString()), Updates.set("messageId", id.toString()));
        }
        var carried = List.of(attachments).stream()
                .map(one -> new Attachment(one, new FileName("a.txt"), "text/plain", 5, null, false))
                .toList();
        append(RECORDS.message(
                new MessageEvent.Posted(
                        server.id(),
                        server.channel(),
                        id,
                        server.owner(),
                        text,
                        null,
                        null,
                        null,
                        carried.isEmpty() ? null : carried,
                        now()),
                new CommandId(id.value()),
                server.position()));
        return id;
    }

    void delete(Server server, MessageId message) {
        append(RECORDS.message(
                new MessageChange.Deleted(server.id(), server.channel(), message, server.owner(), now()),
                new CommandId(Ids.fresh()),
                server.position()));
    }

    AttachmentId upload(Server server, String content) {
        var id = new AttachmentId(Ids.fresh());
        var file = Ids.fresh().toString();
        files.uploadFromStream(new BsonString(file), file, new ByteArrayInputStream(content.getBytes(UTF_8)));
        var store = platform.store();
        store.getCollection("attachments")
                .insertOne(new Document("_id", id.toString())
                        .append("channelId", server.channel().toString())
                        .append("userId", server.owner().toString())
                        .append("fileId", file)
                        .append("size", (long) content.length())
                        .append("uploadedAt", Date.from(now())));
        return id;
    }

    /** As the sweep does it after the deletion of its message. */
    void remove(AttachmentId id) {
        var attachments = platform.store().getCollection("attachments");
        var file = attachments.findOneAndDelete(Filters.eq(id.toString())).getString("fileId");
        files.delete(new BsonString(file));
    }

    String content(AttachmentId id) {
        var attachment = platform.store()
                .getCollection("attachments")
                .find(Filters.eq(id.toString()))
                .first();
        try (var stream = files.openDownloadStream(new BsonString(attachment.getString("fileId")))) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long append(ProducerRecord<byte[], byte[]> record) {
        return await(producer, record);
    }

    private static long await(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get().offset();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        writer.close();
        admin.close();
    }
}
