package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What happens to an invite. */
public sealed interface InviteEvent extends StructureEvent {
    InviteCode code();

    /** Whoever has the code may join from now on. */
    record Created(ServerId serverId, InviteCode code, UserId createdBy, Instant at) implements InviteEvent {}
}
