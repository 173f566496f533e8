package io.webchat.projection.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One entry of a server's audit log. It never changes; why something was done is kept apart.
 *
 * @param id the server and the number, so that a page is a handful of known ids
 * @param number counts the entries of the server densely from 1, in the order of the log
 * @param type the event's {@code ce_type}
 * @param userId the person to whom it was done; absent where there is none
 * @param channelId the channel that it is about; absent where there is none
 * @param data the event as it stands in the log
 * @param commandId an explanation with the same one is the entry's
 */
@Document(ViewCollections.AUDIT_ENTRIES)
record AuditEntryDocument(
        @Id String id,
        long number,
        String serverId,
        String type,
        String actorId,
        @Nullable String userId,
        @Nullable String channelId,
        Instant at,
        String data,
        @Nullable String commandId) {

    static AuditEntryDocument of(Logged<StructureEvent> logged, long number) {
        var event = logged.event();
        var server = event.serverId().toString();
        return new AuditEntryDocument(
                id(server, number),
                number,
                server,
                WireCodec.STRUCTURE.typeOf(event),
                event.actorId().toString(),
                text(userOf(event)),
                text(channelOf(event)),
                event.at(),
                new String(WireCodec.STRUCTURE.encode(event), UTF_8),
                logged.commandId());
    }

    /** Padded, so that ids sort as their numbers do. */
    static String id(String serverId, long number) {
        return "%s/%012d".formatted(serverId, number);
    }

    private static @Nullable UserId userOf(StructureEvent event) {
        return switch (event) {
            case MemberEvent e -> e.userId();
            case RoleEvent.Assigned e -> e.userId();
            case RoleEvent.Withdrawn e -> e.userId();
            case ChannelEvent.MemberOverridden e -> e.userId();
            case ServerEvent.OwnershipTransferred e -> e.ownerId();
            case ConversationEvent.MemberAdded e -> e.userId();
            case RoleEvent.Created _, RoleEvent.Edited _, RoleEvent.Reordered _, RoleEvent.Deleted _ -> null;
            case ChannelEvent.Created _, ChannelEvent.Renamed _, ChannelEvent.TopicChanged _ -> null;
            case ChannelEvent.Moved _, ChannelEvent.SlowModeChanged _ -> null;
            case ChannelEvent.RoleOverridden _, ChannelEvent.Deleted _ -> null;
            case ServerEvent.Created _, ServerEvent.Renamed _, ServerEvent.Described _ -> null;
            case ServerEvent.IconChanged _, ServerEvent.Deleted _ -> null;
            case ConversationEvent.PairStarted _, ConversationEvent.GroupStarted _ -> null;
            case CategoryEvent _, InviteEvent _ -> null;
        };
    }

    private static @Nullable ChannelId channelOf(StructureEvent event) {
        return event instanceof ChannelEvent e ? e.channelId() : null;
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
