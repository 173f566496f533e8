package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;

/**
 * What the author of a command may do, and to whom. While timed out they may do nothing.
 *
 * @param permissions in the server as a whole
 */
record Standing(Server server, UserId user, Permissions permissions, int rank) {
    static Standing of(Server server, StructureCommand command) {
        var user = command.actor();
        var permissions = server.isSilent(user, command.at()) ? Permissions.NONE : server.permissionsOf(user);
        return new Standing(server, user, permissions, server.rankOf(user));
    }

    boolean lacks(Permission permission) {
        return !permissions.contains(permission);
    }

    boolean outranks(UserId other) {
        return rank > server.rankOf(other);
    }

    boolean outranks(RoleId role) {
        return rank > server.roles().rank(role);
    }

    /** Those of the permissions that they lack, and so cannot grant. */
    Permissions excess(Permissions granted) {
        return granted.minus(permissions);
    }

    /** What they may do in one channel. */
    Permissions in(ChannelId channel) {
        return permissions.isEmpty() ? Permissions.NONE : server.permissionsIn(channel, user);
    }
}
