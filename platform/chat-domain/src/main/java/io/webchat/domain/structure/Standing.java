package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;

/**
 * What the author of a command may do, and to whom.
 *
 * @param permissions in the server as a whole
 */
record Standing(Server server, UserId user, Permissions permissions, int rank) {
    static Standing of(Server server, StructureCommand command) {
        var user = command.actor();
        return new Standing(server, user, server.permissionsOf(user), server.rankOf(user));
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
        return server.permissionsIn(channel, user);
    }
}
