package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What can be asked about memberships. */
public sealed interface MemberCommand extends StructureCommand {
    /** Become a member by an invite. A no-op for somebody who is one. */
    record Join(ServerId serverId, InviteCode code, UserId actor, Instant at) implements MemberCommand {}
}
