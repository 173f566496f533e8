package io.webchat.projection.conversation;

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
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One direct conversation.
 *
 * @param kind {@code pair} or {@code group}
 * @param name empty for none
 * @param userIds who takes part, in the order in which they came
 */
@Document(ViewCollections.CONVERSATIONS)
record ConversationDocument(
        @Id String id,
        String kind,
        String name,
        String channelId,
        List<String> userIds,
        Instant startedAt,
        long position)
        implements Positioned {

    /** Folds an event; null as long as there is no conversation, and for ever if the server is a community. */
    static @Nullable ConversationDocument evolve(
            @Nullable ConversationDocument state, StructureEvent event, long position) {
        if (state == null) {
            return begin(event, position);
        }
        return position <= state.position ? state : state.fold(event, position);
    }

    private static @Nullable ConversationDocument begin(StructureEvent event, long position) {
        return switch (event) {
            case ConversationEvent.PairStarted e -> started(e, "pair", "", e.channelId(), e.userIds(), position);
            case ConversationEvent.GroupStarted e ->
                started(e, "group", e.name() == null ? "" : e.name(), e.channelId(), e.userIds(), position);
            case ConversationEvent.MemberAdded _, ServerEvent _, CategoryEvent _, ChannelEvent _ -> null;
            case RoleEvent _, MemberEvent _, InviteEvent _ -> null;
        };
    }

    private static ConversationDocument started(
            ConversationEvent event, String kind, String name, ChannelId channel, List<UserId> users, long position) {
        return new ConversationDocument(
                event.serverId().toString(),
                kind,
                name,
                channel.toString(),
                users.stream().map(UserId::toString).toList(),
                event.at(),
                position);
    }

    private ConversationDocument fold(StructureEvent event, long newPosition) {
        return switch (event) {
            case ServerEvent.Renamed e -> with(e.name(), userIds, newPosition);
            case ConversationEvent.MemberAdded e -> {
                var others = without(e.userId());
                yield with(
                        name,
                        Stream.concat(others.stream(), Stream.of(e.userId().toString()))
                                .toList(),
                        newPosition);
            }
            case MemberEvent.Left e -> with(name, without(e.userId()), newPosition);
            case ServerEvent.Created _, ServerEvent.Described _, ServerEvent.IconChanged _ -> at(newPosition);
            case ServerEvent.OwnershipTransferred _, ServerEvent.Deleted _ -> at(newPosition);
            case MemberEvent.Joined _, MemberEvent.NicknameChanged _, MemberEvent.Kicked _ -> at(newPosition);
            case MemberEvent.Banned _, MemberEvent.Unbanned _, MemberEvent.TimedOut _ -> at(newPosition);
            case MemberEvent.TimeOutLifted _, MemberEvent.ModerationExplained _ -> at(newPosition);
            case ConversationEvent.PairStarted _, ConversationEvent.GroupStarted _ -> at(newPosition);
            case CategoryEvent _, ChannelEvent _, RoleEvent _, InviteEvent _ -> at(newPosition);
        };
    }

    private List<String> without(UserId user) {
        return userIds.stream().filter(id -> !id.equals(user.toString())).toList();
    }

    private ConversationDocument at(long newPosition) {
        return with(name, userIds, newPosition);
    }

    private ConversationDocument with(String newName, List<String> newUserIds, long newPosition) {
        return new ConversationDocument(id, kind, newName, channelId, newUserIds, startedAt, newPosition);
    }
}
