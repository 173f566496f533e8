package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;

/** What happens to roles, folded. */
final class RoleFold {
    private RoleFold() {}

    static Server evolve(Server server, RoleEvent event) {
        var roles = server.roles();
        return switch (event) {
            case RoleEvent.Created e -> {
                StructureFold.require(!roles.contains(e.roleId()), e);
                yield server.with(roles.withLowest(new Role(e.roleId(), e.name(), e.permissions())));
            }
            case RoleEvent.Edited e -> {
                StructureFold.require(roles.contains(e.roleId()), e);
                yield server.with(roles.with(new Role(e.roleId(), e.name(), e.permissions())));
            }
            case RoleEvent.Reordered e -> {
                StructureFold.require(e.roleIds().size() == roles.order().size(), e);
                yield server.with(roles.reordered(e.roleIds().reversed()));
            }
            case RoleEvent.Deleted e -> delete(server, e.roleId());
            case RoleEvent.Assigned e ->
                server.with(e.userId(), member(server, e.userId(), e).with(e.roleId()));
            case RoleEvent.Withdrawn e ->
                server.with(e.userId(), member(server, e.userId(), e).without(e.roleId()));
        };
    }

    private static Server delete(Server server, RoleId role) {
        var members = server.members();
        for (var entry : server.members().entrySet()) {
            if (entry.getValue().roles().contains(role)) {
                members = members.plus(entry.getKey(), entry.getValue().without(role));
            }
        }
        var channels = server.channels();
        for (var channel : server.channels().values()) {
            if (channel.roleOverrides().containsKey(role)) {
                channels = channels.plus(channel.id(), channel.with(role, PermissionOverride.NONE));
            }
        }
        return server.with(server.roles().without(role)).withMembers(members).withChannels(channels);
    }

    private static Member member(Server server, UserId user, RoleEvent event) {
        var member = server.members().get(user);
        if (member == null) {
            throw StructureFold.impossible(event);
        }
        return member;
    }
}
