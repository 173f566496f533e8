package io.webchat.projection.member;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who is, or was, a member of a server. Former members stay, marked as such, because a document only moves
 * forward in the log and who is gone may come back.
 *
 * @param id the server and the user, so that a page of members is a range of ids
 * @param isMember false for somebody who went
 * @param joinedAt when the membership began that lasts; absent while there is none
 * @param timedOutUntil absent for somebody who was not, or no longer is
 */
@Document(ViewCollections.MEMBERS)
record MemberDocument(
        @Id String id,
        String serverId,
        String userId,
        boolean isMember,
        @Nullable Instant joinedAt,
        @Nullable String nickname,
        List<String> roleIds,
        @Nullable Instant timedOutUntil,
        long position)
        implements Positioned {

    static String id(String serverId, String userId) {
        return serverId + "/" + userId;
    }

    /** Somebody about whom nothing happened yet. */
    static MemberDocument nobody(String serverId, String userId) {
        return new MemberDocument(id(serverId, userId), serverId, userId, false, null, null, List.of(), null, 0);
    }

    /** Folds an event that concerns this person; one that the document reflects already changes nothing. */
    MemberDocument evolve(StructureEvent event, long newPosition) {
        return newPosition <= position ? this : fold(event).at(newPosition);
    }

    private MemberDocument fold(StructureEvent event) {
        return switch (event) {
            case MemberEvent.Joined e -> anew(e.at()).with(null, List.of(), e.timedOutUntil());
            case ConversationEvent e -> anew(e.at());
            case MemberEvent.Left e -> anew(null);
            case MemberEvent.Kicked e -> anew(null);
            case MemberEvent.Banned e -> anew(null);
            case MemberEvent.NicknameChanged e -> with(e.nickname(), roleIds, timedOutUntil);
            case MemberEvent.TimedOut e -> with(nickname, roleIds, e.until());
            case MemberEvent.TimeOutLifted e -> with(nickname, roleIds, null);
            case RoleEvent.Assigned e ->
                with(
                        nickname,
                        Stream.concat(roleIds.stream(), Stream.of(e.roleId().toString()))
                                .distinct()
                                .toList(),
                        timedOutUntil);
            case RoleEvent.Withdrawn e -> withoutRole(e.roleId().toString());
            case MemberEvent.Unbanned _, MemberEvent.ModerationExplained _ -> this;
            case RoleEvent.Created _, RoleEvent.Edited _, RoleEvent.Reordered _, RoleEvent.Deleted _ -> this;
            case ServerEvent _, CategoryEvent _, ChannelEvent _, InviteEvent _ -> this;
        };
    }

    private MemberDocument withoutRole(String role) {
        return with(nickname, roleIds.stream().filter(id -> !id.equals(role)).toList(), timedOutUntil);
    }

    /** A membership begins, or ends, with nothing of an earlier one. */
    private MemberDocument anew(@Nullable Instant begins) {
        return new MemberDocument(id, serverId, userId, begins != null, begins, null, List.of(), null, position);
    }

    private MemberDocument with(
            @Nullable String newNickname, List<String> newRoles, @Nullable Instant newTimedOutUntil) {
        return new MemberDocument(
                id, serverId, userId, isMember, joinedAt, newNickname, newRoles, newTimedOutUntil, position);
    }

    private MemberDocument at(long newPosition) {
        return new MemberDocument(
                id, serverId, userId, isMember, joinedAt, nickname, roleIds, timedOutUntil, newPosition);
    }
}
