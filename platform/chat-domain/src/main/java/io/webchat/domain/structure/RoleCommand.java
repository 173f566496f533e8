package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of roles. */
public sealed interface RoleCommand extends StructureCommand {
    record Create(
            ServerId serverId,
            RoleId roleId,
            RoleName name,
            @Nullable RoleColor color,
            Permissions permissions,
            UserId actor,
            Instant at)
            implements RoleCommand {}

    /** Replace what a role is. The name of everyone's role stays. */
    record Edit(
            ServerId serverId,
            RoleId roleId,
            RoleName name,
            @Nullable RoleColor color,
            Permissions permissions,
            UserId actor,
            Instant at)
            implements RoleCommand {}

    /** @param roleIds all roles from the highest to the lowest, without that of everyone */
    record Reorder(ServerId serverId, List<RoleId> roleIds, UserId actor, Instant at) implements RoleCommand {
        public Reorder {
            roleIds = List.copyOf(roleIds);
        }
    }

    record Delete(ServerId serverId, RoleId roleId, UserId actor, Instant at) implements RoleCommand {}

    record Assign(ServerId serverId, RoleId roleId, UserId userId, UserId actor, Instant at) implements RoleCommand {}

    record Withdraw(ServerId serverId, RoleId roleId, UserId userId, UserId actor, Instant at) implements RoleCommand {}
}
