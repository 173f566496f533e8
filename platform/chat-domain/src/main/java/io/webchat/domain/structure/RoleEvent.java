package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a role, and who has it. */
public sealed interface RoleEvent extends StructureEvent {
    /**
     * The role is the lowest of its server, above that of everyone.
     *
     * @param color absent for none
     */
    record Created(
            ServerId serverId,
            RoleId roleId,
            String name,
            @Nullable RoleColor color,
            Permissions permissions,
            UserId actorId,
            Instant at)
            implements RoleEvent {}

    /** Replaces what a role is; that of everyone has the server's id and exists from the start. */
    record Edited(
            ServerId serverId,
            RoleId roleId,
            String name,
            @Nullable RoleColor color,
            Permissions permissions,
            UserId actorId,
            Instant at)
            implements RoleEvent {}

    /** @param roleIds all roles from the highest to the lowest, without that of everyone */
    record Reordered(ServerId serverId, List<RoleId> roleIds, UserId actorId, Instant at) implements RoleEvent {
        public Reordered {
            roleIds = List.copyOf(roleIds);
        }
    }

    /** Nobody has the role any more, and no channel speaks of it. */
    record Deleted(ServerId serverId, RoleId roleId, UserId actorId, Instant at) implements RoleEvent {}

    record Assigned(ServerId serverId, RoleId roleId, UserId userId, UserId actorId, Instant at) implements RoleEvent {}

    record Withdrawn(ServerId serverId, RoleId roleId, UserId userId, UserId actorId, Instant at)
            implements RoleEvent {}
}
