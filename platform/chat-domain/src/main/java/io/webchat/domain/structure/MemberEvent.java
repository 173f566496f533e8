package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to somebody's membership of a server. */
public sealed interface MemberEvent extends StructureEvent {
    UserId userId();

    /**
     * The user is a member from now on.
     *
     * @param inviteId by which they came; absent for the owner of a new server. All members hear of it, and not all may
     *     invite others: so it is not the code
     * @param timedOutUntil the end of a time-out of an earlier membership that lasts; absent if there is none
     */
    record Joined(
            ServerId serverId,
            UserId userId,
            @Nullable InviteId inviteId,
            @Nullable Instant timedOutUntil,
            Instant at) implements MemberEvent {
        /** Of somebody who may speak. */
        public Joined(ServerId serverId, UserId userId, @Nullable InviteId inviteId, Instant at) {
            this(serverId, userId, inviteId, null, at);
        }

        @Override
        public UserId actorId() {
            return userId;
        }
    }

    /**
     * The user went. Their roles and what channels allow them end with the membership, here as with a kick or a ban. A
     * time-out and what channels deny them outlast it, or going and coming back would end them.
     */
    record Left(ServerId serverId, UserId userId, Instant at) implements MemberEvent {
        @Override
        public UserId actorId() {
            return userId;
        }
    }

    /** @param nickname absent for none */
    record NicknameChanged(
            ServerId serverId, UserId userId, @Nullable String nickname, UserId actorId, Instant at)
            implements MemberEvent {}

    record Kicked(ServerId serverId, UserId userId, UserId actorId, Instant at) implements MemberEvent {}

    /** The user, a member or not, cannot join until the ban is lifted. */
    record Banned(ServerId serverId, UserId userId, UserId actorId, Instant at) implements MemberEvent {}

    record Unbanned(ServerId serverId, UserId userId, UserId actorId, Instant at) implements MemberEvent {}

    /** Until then the member may only read and take back, also if they go and come back meanwhile. */
    record TimedOut(ServerId serverId, UserId userId, Instant until, UserId actorId, Instant at)
            implements MemberEvent {}

    /** The time-out of somebody, a member or not, is over. */
    record TimeOutLifted(ServerId serverId, UserId userId, UserId actorId, Instant at) implements MemberEvent {}

    /**
     * Why the kick, ban or time-out with the same command id happened. An event of its own, so that a tombstone can
     * remove the text and the fact stays.
     */
    record ModerationExplained(ServerId serverId, UserId userId, String reason, UserId actorId, Instant at)
            implements MemberEvent {}
}
