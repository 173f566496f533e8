package io.webchat.domain.structure;

import io.webchat.domain.Decision;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

/**
 * What the writers of a simulation decide by: the real deciders and limits, which may not see everything. That is how a
 * simulation shows what it is worth: what they disregard then, it must find.
 *
 * @param limits of the places that one person may be in
 */
record Rules(Blindness blindness, MembershipLimits limits) {
    static Rules real(MembershipLimits limits) {
        return new Rules(Blindness.FOR_NOTHING, limits);
    }

    Decision<StructureEvent> decide(
            @Nullable Server server, StructureCommand command, MembershipLimits.Memberships memberships) {
        var decision = StructureDecider.decide(blindness.seen(server, command), command);
        return limits.applyTo(decision, command.actor(), memberships);
    }

    /** What deciders do not see. */
    enum Blindness {
        FOR_NOTHING((server, command) -> server),
        FOR_NAMES((server, command) -> {
            var renamed = server;
            for (var channel : server.channels().values()) {
                renamed = renamed.with(channel.renamed(channel.id().toString()));
            }
            return renamed;
        }),
        FOR_USES_OF_INVITES((server, command) -> {
            var unused = server;
            for (var invite : server.invites().values()) {
                unused = unused.with(new Invite(invite.code(), invite.createdBy(), invite.expiresAt(), null, 0));
            }
            return unused;
        }),
        FOR_AN_OWNER_WHO_LEAVES((server, command) ->
                command instanceof MemberCommand.Leave ? server.ownedBy(Samples.STRANGER) : server),
        FOR_THE_RANK_OF_OTHERS((server, command) -> {
            var plain = server.isOwner(command.actor()) ? server : server.ownedBy(Samples.STRANGER);
            for (var user : server.members().keySet()) {
                if (!user.equals(command.actor())) {
                    plain = plain.with(user, Member.PLAIN);
                }
            }
            return plain;
        }),
        FOR_BANS((server, command) -> server.withBans(HashTreePSet.empty())),
        FOR_TIME_OUTS((server, command) -> server.withTimeOuts(HashTreePMap.empty())),
        FOR_PERMISSIONS((server, command) -> {
            var everyone = server.roles().everyone();
            return server.with(server.roles().with(new Role(everyone, "everyone", Permissions.ALL)));
        });

        private final BiFunction<Server, StructureCommand, Server> sight;

        Blindness(BiFunction<Server, StructureCommand, Server> sight) {
            this.sight = sight;
        }

        private @Nullable Server seen(@Nullable Server server, StructureCommand command) {
            return server == null || server.kind() != Server.Kind.COMMUNITY ? server : sight.apply(server, command);
        }
    }
}
