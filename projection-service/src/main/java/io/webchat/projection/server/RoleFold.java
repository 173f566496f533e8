package io.webchat.projection.server;

import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleColor;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.projection.server.ServerDocument.Role;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happens to roles, as people see it. Who has a role is a matter of the members. */
final class RoleFold {
    private RoleFold() {}

    static ServerDocument evolve(ServerDocument state, RoleEvent event) {
        var roles = state.roles();
        return switch (event) {
            case RoleEvent.Created e -> {
                var everyone = roles.getLast();
                var others = roles.subList(0, roles.size() - 1);
                var created = role(e.roleId(), e.name(), e.color(), e.permissions());
                yield state.withRoles(Listing.plus(Listing.plus(others, created), everyone));
            }
            case RoleEvent.Edited e ->
                state.withRoles(Listing.with(
                        roles, is(e.roleId()), role -> role(e.roleId(), e.name(), e.color(), e.permissions())));
            case RoleEvent.Reordered e -> {
                var order = e.roleIds().stream().map(RoleId::toString).toList();
                // That of everyone is not named, and stays the last.
                yield state.withRoles(roles.stream()
                        .sorted(Comparator.comparingInt(
                                role -> order.contains(role.roleId()) ? order.indexOf(role.roleId()) : order.size()))
                        .toList());
            }
            case RoleEvent.Deleted e ->
                state.withRoles(Listing.without(roles, is(e.roleId())))
                        .withChannels(ChannelFold.withoutRole(
                                state.channels(), e.roleId().toString()));
            case RoleEvent.Assigned e -> state;
            case RoleEvent.Withdrawn e -> state;
        };
    }

    private static Predicate<Role> is(RoleId id) {
        return role -> role.roleId().equals(id.toString());
    }

    private static Role role(RoleId id, String name, @Nullable RoleColor color, Permissions permissions) {
        return new Role(id.toString(), name, color == null ? null : color.value(), ServerFold.slugs(permissions));
    }
}
