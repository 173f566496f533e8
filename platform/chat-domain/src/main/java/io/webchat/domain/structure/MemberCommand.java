package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked about memberships. */
public sealed interface MemberCommand extends StructureCommand {
    /** The longest time-out. */
    Duration MAX_TIME_OUT = Duration.ofDays(28);

    /** Become a member by an invite. A no-op for somebody who is one. */
    record Join(ServerId serverId, InviteCode code, UserId actor, Instant at) implements MemberCommand {}

    /** Stop being a member. To somebody who is none, or no longer, the server is unknown. */
    record Leave(ServerId serverId, UserId actor, Instant at) implements MemberCommand {}

    /** @param nickname absent for none */
    record ChangeNickname(
            ServerId serverId, UserId userId, @Nullable Nickname nickname, UserId actor, Instant at)
            implements MemberCommand {}

    record Kick(ServerId serverId, UserId userId, @Nullable ModerationReason reason, UserId actor, Instant at)
            implements MemberCommand {}

    record Ban(ServerId serverId, UserId userId, @Nullable ModerationReason reason, UserId actor, Instant at)
            implements MemberCommand {}

    record Unban(ServerId serverId, UserId userId, UserId actor, Instant at) implements MemberCommand {}

    /** @param until after {@code at}, by at most {@link #MAX_TIME_OUT} */
    record TimeOut(
            ServerId serverId,
            UserId userId,
            Instant until,
            @Nullable ModerationReason reason,
            UserId actor,
            Instant at)
            implements MemberCommand {
        public TimeOut {
            if (!until.isAfter(at) || until.isAfter(at.plus(MAX_TIME_OUT))) {
                throw new IllegalArgumentException("until: " + until + " (expected: within 28 days after " + at + ")");
            }
        }
    }

    record LiftTimeOut(ServerId serverId, UserId userId, UserId actor, Instant at) implements MemberCommand {}
}
