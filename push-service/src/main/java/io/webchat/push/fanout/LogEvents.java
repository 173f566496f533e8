package io.webchat.push.fanout;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Envelope;
import io.webchat.log.MessageRecords;
import io.webchat.log.ReadingKeys;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.push.entitlement.Audience;
import io.webchat.push.fanout.LogEvent.Change;
import io.webchat.push.protocol.EventFrames;
import io.webchat.push.protocol.EventStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of the log. Messages, what people have read and how they show themselves are routed by key and headers
 * alone. Parsed is only that of which there is little: structure, and edits, whose revision no header tells; one would
 * say nothing of what the log has already.
 */
public final class LogEvents {
    private LogEvents() {}

    /** Reads a record of any stream that has a value. Throws a runtime exception if it cannot. */
    public static LogEvent read(EventStream stream, ConsumerRecord<byte[], byte[]> record) {
        return switch (stream.topic()) {
            case STRUCTURE -> structure(record, WireCodec.STRUCTURE.decode(record));
            case MESSAGES -> message(record);
            case READS -> reading(record);
            case USERS -> profile(record);
            case STRUCTURE_COMMANDS, STRUCTURE_OUTCOMES ->
                throw new IllegalArgumentException("stream: " + stream + " (expected: one that clients follow)");
        };
    }

    static LogEvent message(ConsumerRecord<byte[], byte[]> record) {
        var stream = new EventStream(Topic.MESSAGES, record.partition());
        var type = header(record, Envelope.TYPE);
        var frame = EventFrames.write(stream, record, type, record.value());
        var audience = Audience.of(MessageRecords.channelOf(record));
        var change = changeOf(record);
        return new LogEvent(
                stream,
                record.offset(),
                new Recipients.Members(serverOf(record), audience),
                List.of(),
                null,
                MessageRecords.messageOf(record),
                change,
                change == Change.EDITED ? EventFrames.revisionOf(record.value()) : 0,
                MessageRecords.actorOf(record).orElse(null),
                MessageRecords.mentionsOf(record).orElse(null),
                frame);
    }

    static LogEvent structure(ConsumerRecord<byte[], byte[]> record, StructureEvent event) {
        var stream = new EventStream(Topic.STRUCTURE, record.partition());
        var frame = EventFrames.write(stream, record, header(record, Envelope.TYPE), record.value());
        return new LogEvent(
                stream,
                record.offset(),
                new Recipients.Members(event.serverId(), Audience.of(event)),
                joinedBy(event),
                leftBy(event),
                null,
                Change.OTHER,
                0,
                null,
                null,
                frame);
    }

    /** What somebody has read is for them alone, on all their devices. */
    static LogEvent reading(ConsumerRecord<byte[], byte[]> record) {
        var stream = new EventStream(Topic.READS, record.partition());
        var frame = EventFrames.write(stream, record, header(record, Envelope.TYPE), record.value());
        return new LogEvent(
                stream,
                record.offset(),
                new Recipients.Only(ReadingKeys.userOf(record)),
                List.of(),
                null,
                null,
                Change.OTHER,
                0,
                null,
                null,
                frame);
    }

    /** How somebody shows themselves is for whoever meets them. */
    static LogEvent profile(ConsumerRecord<byte[], byte[]> record) {
        var stream = new EventStream(Topic.USERS, record.partition());
        var frame = EventFrames.write(stream, record, header(record, Envelope.TYPE), record.value());
        var person = UserId.parse(new String(record.key(), StandardCharsets.UTF_8));
        return new LogEvent(
                stream,
                record.offset(),
                new Recipients.Acquaintances(person),
                List.of(),
                null,
                null,
                Change.OTHER,
                0,
                null,
                null,
                frame);
    }

    /** The server of a message. */
    static ServerId serverOf(ConsumerRecord<byte[], byte[]> record) {
        return ServerId.parse(header(record, Envelope.SERVER_ID));
    }

    private static List<UserId> joinedBy(StructureEvent event) {
        return switch (event) {
            case MemberEvent.Joined e -> List.of(e.userId());
            case ConversationEvent.PairStarted e -> e.userIds();
            case ConversationEvent.GroupStarted e -> e.userIds();
            case ConversationEvent.MemberAdded e -> List.of(e.userId());
            case MemberEvent.Left e -> List.of();
            case MemberEvent.NicknameChanged e -> List.of();
            case MemberEvent.Kicked e -> List.of();
            case MemberEvent.Banned e -> List.of();
            case MemberEvent.Unbanned e -> List.of();
            case MemberEvent.TimedOut e -> List.of();
            case MemberEvent.TimeOutLifted e -> List.of();
            case MemberEvent.ModerationExplained e -> List.of();
            case ServerEvent e -> List.of();
            case CategoryEvent e -> List.of();
            case ChannelEvent e -> List.of();
            case RoleEvent e -> List.of();
            case InviteEvent e -> List.of();
        };
    }

    private static @Nullable UserId leftBy(StructureEvent event) {
        return switch (event) {
            case MemberEvent.Left e -> e.userId();
            case MemberEvent.Kicked e -> e.userId();
            case MemberEvent.Banned e -> e.userId();
            case MemberEvent.Joined e -> null;
            case MemberEvent.NicknameChanged e -> null;
            case MemberEvent.Unbanned e -> null;
            case MemberEvent.TimedOut e -> null;
            case MemberEvent.TimeOutLifted e -> null;
            case MemberEvent.ModerationExplained e -> null;
            case ServerEvent e -> null;
            case CategoryEvent e -> null;
            case ChannelEvent e -> null;
            case RoleEvent e -> null;
            case InviteEvent e -> null;
            case ConversationEvent.PairStarted e -> null;
            case ConversationEvent.GroupStarted e -> null;
            case ConversationEvent.MemberAdded e -> null;
        };
    }

    private static Change changeOf(ConsumerRecord<byte[], byte[]> record) {
        if (MessageRecords.isPosted(record)) {
            return Change.POSTED;
        }
        if (MessageRecords.isEdited(record)) {
            return Change.EDITED;
        }
        return MessageRecords.isDeleted(record) ? Change.DELETED : Change.OTHER;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Envelope.read(record.headers(), name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no " + name + " at " + record.topic() + "-" + record.partition() + "@" + record.offset()));
    }
}
