package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What happens to a server as a whole. */
public sealed interface ServerEvent extends StructureEvent {
    /** The first event of every server. Its owner becomes a member by the {@link MemberEvent.Joined} that follows. */
    record Created(ServerId serverId, String name, UserId ownerId, Instant at) implements ServerEvent {}
}
