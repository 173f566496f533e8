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
     * @param inviteCode by which they came; absent for the owner of a new server
     */
    record Joined(
            ServerId serverId, UserId userId, @Nullable InviteCode inviteCode, Instant at) implements MemberEvent {}
}
