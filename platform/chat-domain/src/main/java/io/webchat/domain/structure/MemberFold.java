package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.pcollections.PMap;

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
            case MemberEvent.TimedOut e -> {
                StructureFold.require(server.hasMember(e.userId()), e);
                yield server.withTimeOuts(lasting(server.timeOuts(), e.at()).plus(e.userId(), e.until()));
            }
            case MemberEvent.TimeOutLifted e ->
                server.withTimeOuts(server.timeOuts().minus(e.userId()));
            case MemberEvent.ModerationExplained e -> server;
        };
    }

    /** Those that are over are forgotten with the next one. */
    private static PMap<UserId, Instant> lasting(PMap<UserId, Instant> timeOuts, Instant now) {
        var lasting = timeOuts;
        for (var timeOut : timeOuts.entrySet()) {
            if (!now.isBefore(timeOut.getValue())) {
                lasting = lasting.minus(timeOut.getKey());
            }
        }
        return lasting;
    }

    /** What channels allow them goes too, or they would find it when they come back; what is denied to them stays. */
    private static Server remove(Server server, MemberEvent event) {
        StructureFold.require(server.hasMember(event.userId()), event);
        UserId user = event.userId();
        var channels = server.channels();
        for (var channel : server.channels().values()) {
            if (channel.memberOverrides().containsKey(user)) {
                channels = channels.plus(
                        channel.id(), channel.with(user, channel.override(user).denials()));
            }
        }
        return server.withMembers(server.members().minus(user)).withChannels(channels);
    }
}
