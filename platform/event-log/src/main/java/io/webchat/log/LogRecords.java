package io.webchat.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserEvent;
import io.webchat.log.codec.StructureOutcome;
import io.webchat.log.codec.WireCodec;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes the producer record of everything that is appended to the log: key, partition, headers and value, as
 * {@code platform/docs/event-log.md} describes them. Each call draws a fresh record id.
 *
 * @param source the service that appends, such as {@code /webchat/command-service}
 */
public record LogRecords(String source) {
    /**
     * A message event, in its channel's partition.
     *
     * @param cause the command; of a posted message, one with the message's id
     * @param structureOffset the position in the server's partition of {@code webchat.structure} as of which the author
     *     was authorised
     */
    public ProducerRecord<byte[], byte[]> message(MessageEvent event, CommandId cause, long structureOffset) {
        var recordId = Ids.fresh().toString();
        var key = event.channelId() + "/" + event.messageId() + "/" + recordId;
        var envelope = Envelope.of(
                        recordId,
                        source,
                        WireCodec.MESSAGES.typeOf(event),
                        event.at(),
                        event.channelId().toString())
                .with(Envelope.SERVER_ID, event.serverId().toString())
                .with(Envelope.STRUCTURE_OFFSET, Long.toString(structureOffset))
                .with(Envelope.USER_ID, event.actorId().toString())
                .with(Envelope.COMMAND_ID, cause.toString());
        MentionHeader.of(event).ifPresent(called -> envelope.with(Envelope.MENTIONS, called));
        var partition = Partitioning.partitionOf(event.channelId().value());
        return record(Topic.MESSAGES, partition, key, envelope, WireCodec.MESSAGES.encode(event));
    }

    /** An accepted fact, in its server's partition. */
    public ProducerRecord<byte[], byte[]> structure(StructureEvent event, CommandId cause) {
        var recordId = Ids.fresh().toString();
        var server = event.serverId();
        var envelope = Envelope.of(recordId, source, WireCodec.STRUCTURE.typeOf(event), event.at(), server.toString())
                .with(Envelope.COMMAND_ID, cause.toString());
        var partition = Partitioning.partitionOf(server.value());
        return record(Topic.STRUCTURE, partition, server + "/" + recordId, envelope, WireCodec.STRUCTURE.encode(event));
    }

    /** A structural command, in its server's partition, for that server's writer. */
    public ProducerRecord<byte[], byte[]> structureCommand(CommandId id, StructureCommand command) {
        var server = command.serverId();
        var envelope = Envelope.of(
                        Ids.fresh().toString(),
                        source,
                        WireCodec.STRUCTURE_COMMANDS.typeOf(command),
                        command.at(),
                        server.toString())
                .with(Envelope.COMMAND_ID, id.toString());
        var partition = Partitioning.partitionOf(server.value());
        var value = WireCodec.STRUCTURE_COMMANDS.encode(command);
        return record(Topic.STRUCTURE_COMMANDS, partition, server + "/" + id, envelope, value);
    }

    /** What became of a structural command, in the command's partition. */
    public ProducerRecord<byte[], byte[]> structureOutcome(StructureOutcome outcome, Instant at) {
        var id = outcome.commandId();
        var envelope = Envelope.of(
                        Ids.fresh().toString(), source, WireCodec.STRUCTURE_OUTCOMES.typeOf(outcome), at, id.toString())
                .with(Envelope.COMMAND_ID, id.toString());
        var partition = Partitioning.partitionOf(id.value());
        var value = WireCodec.STRUCTURE_OUTCOMES.encode(outcome);
        return record(Topic.STRUCTURE_OUTCOMES, partition, id.toString(), envelope, value);
    }

    /** A user's whole public profile, in the user's partition. */
    public ProducerRecord<byte[], byte[]> user(UserEvent event) {
        var user = event.userId();
        var envelope =
                Envelope.of(Ids.fresh().toString(), source, WireCodec.USERS.typeOf(event), event.at(), user.toString());
        var partition = Partitioning.partitionOf(user.value());
        return record(Topic.USERS, partition, user.toString(), envelope, WireCodec.USERS.encode(event));
    }

    /**
     * What somebody has read or wants to hear of, in their partition. The key is the event's subject, of which
     * compaction keeps the last event.
     */
    public ProducerRecord<byte[], byte[]> reading(ReadingEvent event) {
        var user = event.userId();
        var envelope = Envelope.of(
                        Ids.fresh().toString(), source, WireCodec.READS.typeOf(event), event.at(), user.toString())
                .with(Envelope.SERVER_ID, event.serverId().toString());
        var partition = Partitioning.partitionOf(user.value());
        return record(Topic.READS, partition, ReadingKeys.of(event), envelope, WireCodec.READS.encode(event));
    }

    private static ProducerRecord<byte[], byte[]> record(
            Topic topic, int partition, String key, Envelope envelope, byte[] value) {
        return new ProducerRecord<>(
                topic.topicName(), partition, null, key.getBytes(UTF_8), value, envelope.toHeaders());
    }
}
