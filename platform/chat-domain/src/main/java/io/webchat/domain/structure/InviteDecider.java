package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;
import static io.webchat.domain.Decision.reject;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;

/** Decides what is asked about invites. */
final class InviteDecider {
    /** How many invites a server may have; revoked ones do not count. */
    static final int MAX = 1_000;

    private InviteDecider() {}

    static Decision<StructureEvent> decide(Server server, InviteCommand command) {
        return switch (command) {
            case InviteCommand.Create create -> create(server, create);
            case InviteCommand.Revoke revoke -> revoke(server, revoke);
        };
    }

    private static Decision<StructureEvent> create(Server server, InviteCommand.Create command) {
        if (Standing.of(server, command).lacks(Permission.CREATE_INVITES)) {
            return Refusal.lacks(Permission.CREATE_INVITES);
        }
        if (server.invite(command.code()) != null) {
            return Refusal.exists();
        }
        if (openInvites(server, command) >= MAX) {
            return Refusal.limit(MAX, "invites");
        }
        return accept(new InviteEvent.Created(
                server.id(), command.code(), command.actor(), command.at(), command.expiresAt(), command.maxUses()));
    }

    private static long openInvites(Server server, InviteCommand.Create command) {
        return server.invites().values().stream()
                .filter(invite -> invite.isOpenAt(command.at()))
                .count();
    }

    /** By whoever made it, and by who manages the server. */
    private static Decision<StructureEvent> revoke(Server server, InviteCommand.Revoke command) {
        var actor = Standing.of(server, command);
        var invite = server.invite(command.code());
        var isOwn = invite != null && invite.createdBy().equals(command.actor());
        if (!isOwn && actor.lacks(Permission.MANAGE_SERVER)) {
            return Refusal.lacks(Permission.MANAGE_SERVER);
        }
        return invite == null
                ? reject(Reason.UNKNOWN_INVITE, "This invite does not exist.")
                : accept(new InviteEvent.Revoked(server.id(), command.code(), command.actor(), command.at()));
    }
}
