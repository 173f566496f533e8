package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;

/** What happens to memberships, folded. Nicknames and reasons do not matter for deciding and are not kept. */
final class MemberFold {
    private MemberFold() {}

    static Server evolve(Server server, MemberEvent event) {
        return switch (event) {
            case MemberEvent.Joined e -> {
                StructureFold.require(!server.hasMember(e.userId()), e);
                var invite = e.inviteId() == null ? null : server.invites().get(e.inviteId());
                var joined = server.with(e.userId(), Member.PLAIN);
                yield invite == null ? joined : joined.with(invite.used());
            }
            case MemberEvent.Left e -> remove(server, e);
            case MemberEvent.NicknameChanged e -> server;
            case MemberEvent.Kicked e -> remove(server, e);
            case MemberEvent.Banned e -> {
                var banned = server.withBans(server.bans().plus(e.userId()));
                yield server.hasMember(e.userId()) ? remove(banned, e) : banned;
            }
            case MemberEvent.Unbanned e -> server.withBans(server.bans().minus(e.userId()));
            case MemberEvent.TimedOut e ->
                server.with(e.userId(), member(server, e).timedOut(e.until()));
            case MemberEvent.TimeOutLifted e ->
                server.with(e.userId(), member(server, e).timedOut(null));
            case MemberEvent.ModerationExplained e -> server;
        };
    }

    private static Member member(Server server, MemberEvent event) {
        var member = server.members().get(event.userId());
        if (member == null) {
            throw StructureFold.impossible(event);
        }
        return member;
    }

    /** Overrides of theirs go too, or they would find them when they come back. */
    private static Server remove(Server server, MemberEvent event) {
        StructureFold.require(server.hasMember(event.userId()), event);
        UserId user = event.userId();
        var channels = server.channels();
        for (var channel : server.channels().values()) {
            if (channel.memberOverrides().containsKey(user)) {
                channels = channels.plus(channel.id(), channel.with(user, PermissionOverride.NONE));
            }
        }
        return server.withMembers(server.members().minus(user)).withChannels(channels);
    }
}
