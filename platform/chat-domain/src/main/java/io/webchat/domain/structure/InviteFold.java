package io.webchat.domain.structure;

import java.time.Instant;

/** What happens to invites, folded. */
final class InviteFold {
    private InviteFold() {}

    static Server evolve(Server server, InviteEvent event) {
        var invites = server.invites();
        return switch (event) {
            case InviteEvent.Created e -> {
                StructureFold.require(!invites.containsKey(e.code().id()), e);
                yield withRoom(server, e.at()).with(new Invite(e.code(), e.createdBy(), e.expiresAt(), e.maxUses(), 0));
            }
            case InviteEvent.Revoked e -> {
                StructureFold.require(invites.containsKey(e.code().id()), e);
                yield server.withInvites(invites.minus(e.code().id()));
            }
        };
    }

    /** A server with very many invites forgets those by which nobody can join any more. */
    private static Server withRoom(Server server, Instant now) {
        if (server.invites().size() < InviteDecider.MAX) {
            return server;
        }
        var closed = server.invites().values().stream()
                .filter(invite -> !invite.isOpenAt(now))
                .map(invite -> invite.code().id())
                .toList();
        return server.withInvites(server.invites().minusAll(closed));
    }
}
