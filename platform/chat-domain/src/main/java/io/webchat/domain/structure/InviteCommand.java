package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What can be asked about invites. */
public sealed interface InviteCommand extends StructureCommand {
    /**
     * Make an invite by which anyone who has it may join.
     *
     * @param code drawn by whoever accepts the request, because deciders draw nothing
     */
    record Create(ServerId serverId, InviteCode code, UserId actor, Instant at) implements InviteCommand {}
}
