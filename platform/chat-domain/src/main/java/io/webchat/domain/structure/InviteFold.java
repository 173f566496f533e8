package io.webchat.domain.structure;

/** What happens to invites, folded. */
final class InviteFold {
    private InviteFold() {}

    static Server evolve(Server server, InviteEvent event) {
        var invites = server.invites();
        return switch (event) {
            case InviteEvent.Created e -> {
                StructureFold.require(!invites.containsKey(e.code().id()), e);
                yield server.with(new Invite(e.code(), e.createdBy(), e.expiresAt(), e.maxUses(), 0));
            }
            case InviteEvent.Revoked e -> {
                StructureFold.require(invites.containsKey(e.code().id()), e);
                yield server.withInvites(invites.minus(e.code().id()));
            }
        };
    }
}
