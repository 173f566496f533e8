package io.webchat.domain.structure;

import static io.webchat.domain.structure.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Decision;
import io.webchat.domain.user.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random lives of a community, with everybody trying everything: whatever the deciders accept, the rules
 * hold in every state that follows. A failure names the seed of its life.
 */
class StructureSimulationTest {
    private static final int LIVES = 10_000;
    private static final int COMMANDS = 120;
    private static final ServerId SERVER = Samples.SERVER;
    private static final List<UserId> PEOPLE =
            IntStream.range(0, 5).mapToObj(i -> new UserId(new UUID(2, i))).toList();
    private static final List<RoleId> ROLES =
            IntStream.range(0, 3).mapToObj(i -> new RoleId(new UUID(3, i))).toList();
    private static final List<ChannelId> CHANNELS =
            IntStream.range(0, 3).mapToObj(i -> new ChannelId(new UUID(1, i))).toList();
    private static final List<InviteCode> CODES =
            List.of(new InviteCode("AAAAAAAAAAAAAAAA"), new InviteCode("BBBBBBBBBBBBBBBB"));
    private static final List<String> NAMES = List.of("general", "General", "off topic", "off-topic", "x");

    @Test
    void theRulesHoldInEveryState() {
        var base = new Random().nextLong();
        var accepted = 0L;
        for (var life = 0; life < LIVES; life++) {
            accepted += live(base + life);
        }
        // Enough happened for the rules to have been at stake.
        assertThat(accepted).as("seed %d", base).isGreaterThan(LIVES * 5L);
    }

    private static int live(long seed) {
        var random = new Random(seed);
        var server = start(random);
        var happened = 0;
        for (var i = 0; i < COMMANDS; i++) {
            var command = command(random);
            var decision = StructureDecider.decide(server, command);
            if (decision instanceof Decision.Accepted<StructureEvent>(List<StructureEvent> events)) {
                for (var event : events) {
                    checkHierarchy(seed, server, event);
                    server = Server.evolve(server, event);
                    checkState(seed, server);
                    happened++;
                }
                checkRepetition(seed, server, command);
            }
        }
        return happened;
    }

    private static Server start(Random random) {
        Server server = null;
        var create = new ServerCommand.Create(SERVER, new ServerName("Club"), CHANNELS.get(0), PEOPLE.get(0), NOW);
        var decision = StructureDecider.decide(null, create);
        if (decision instanceof Decision.Accepted<StructureEvent>(List<StructureEvent> events)) {
            for (var event : events) {
                server = Server.evolve(server, event);
            }
        }
        assertThat(server).isNotNull();
        return server;
    }

    private static void checkState(long seed, Server server) {
        if (server.kind() == Server.Kind.DELETED) {
            return;
        }
        assertThat(server.hasMember(server.ownerId()))
                .as("seed %d: the owner is a member", seed)
                .isTrue();
        var names = new HashSet<String>();
        for (var channel : server.channels().values()) {
            assertThat(names.add(channel.nameKey()))
                    .as("seed %d: %s twice", seed, channel.name())
                    .isTrue();
        }
        for (var invite : server.invites().values()) {
            assertThat(invite.maxUses() == null || invite.uses() <= invite.maxUses())
                    .as("seed %d: %s", seed, invite)
                    .isTrue();
        }
        for (var banned : server.bans()) {
            assertThat(server.hasMember(banned))
                    .as("seed %d: a banned member", seed)
                    .isFalse();
        }
        for (var member : server.members().values()) {
            for (var role : member.roles()) {
                assertThat(server.roles().contains(role))
                        .as("seed %d: a role that is gone", seed)
                        .isTrue();
            }
        }
        assertThat(server.roles().order())
                .as("seed %d", seed)
                .hasSize(server.roles().byId().size() - 1);
    }

    /** Nobody acts on who stands as high, and nobody hands out what they do not have. */
    private static void checkHierarchy(long seed, Server before, StructureEvent event) {
        var rank = before.rankOf(event.actorId());
        var has = before.permissionsOf(event.actorId());
        switch (event) {
            case MemberEvent.Kicked e -> above(seed, rank, before.rankOf(e.userId()));
            case MemberEvent.Banned e ->
                above(seed, rank, before.hasMember(e.userId()) ? before.rankOf(e.userId()) : -1);
            case MemberEvent.TimedOut e -> above(seed, rank, before.rankOf(e.userId()));
            case RoleEvent.Created e -> has(seed, has, e.permissions());
            case RoleEvent.Edited e -> {
                above(seed, rank, before.roles().rank(e.roleId()));
                has(seed, has, e.permissions().minus(before.roles().permissionsOf(e.roleId())));
            }
            case RoleEvent.Deleted e -> above(seed, rank, before.roles().rank(e.roleId()));
            case RoleEvent.Assigned e -> {
                above(seed, rank, before.roles().rank(e.roleId()));
                has(seed, has, before.roles().permissionsOf(e.roleId()));
            }
            case RoleEvent.Withdrawn e -> above(seed, rank, before.roles().rank(e.roleId()));
            case ServerEvent.OwnershipTransferred e ->
                assertThat(before.isOwner(e.actorId())).as("seed %d", seed).isTrue();
            case ServerEvent.Deleted e ->
                assertThat(before.isOwner(e.actorId())).as("seed %d", seed).isTrue();
            case MemberEvent.Left e ->
                assertThat(before.isOwner(e.userId()))
                        .as("seed %d: the owner left", seed)
                        .isFalse();
            case MemberEvent.Joined e ->
                assertThat(before.bans().contains(e.userId()))
                        .as("seed %d: a ban", seed)
                        .isFalse();
            case StructureEvent e -> {}
        }
    }

    private static void above(long seed, int rank, int other) {
        assertThat(rank).as("seed %d: the actor's rank", seed).isGreaterThan(other);
    }

    private static void has(long seed, Permissions has, Permissions granted) {
        assertThat(granted.minus(has).asList())
                .as("seed %d: granted without having", seed)
                .isEmpty();
    }

    /** A join by the same person again is a no-op: one use of an invite admits one person once. */
    private static void checkRepetition(long seed, Server server, StructureCommand command) {
        if (command instanceof MemberCommand.Join) {
            assertThat(StructureDecider.decide(server, command))
                    .as("seed %d", seed)
                    .isEqualTo(new Decision.Accepted<StructureEvent>(List.of()));
        }
    }

    private static StructureCommand command(Random random) {
        var actor = random.nextInt(3) == 0 ? PEOPLE.get(0) : any(random, PEOPLE);
        var user = any(random, PEOPLE);
        var role = random.nextInt(6) == 0 ? RoleId.everyoneOf(SERVER) : any(random, ROLES);
        var channel = any(random, CHANNELS);
        var code = any(random, CODES);
        var permissions = new Permissions(random.nextInt(Permissions.ALL.bits() + 1));
        var roleName = new RoleName("r" + random.nextInt(3));
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> new MemberCommand.Join(SERVER, code, actor, NOW);
            case 3, 4 -> new InviteCommand.Create(SERVER, code, null, 1 + random.nextInt(2), actor, NOW);
            case 5 -> new InviteCommand.Revoke(SERVER, code, actor, NOW);
            case 6 -> new MemberCommand.Leave(SERVER, actor, NOW);
            case 7 -> new MemberCommand.Kick(SERVER, user, null, actor, NOW);
            case 8 -> new MemberCommand.Ban(SERVER, user, null, actor, NOW);
            case 9 -> new MemberCommand.Unban(SERVER, user, actor, NOW);
            case 10 -> new MemberCommand.TimeOut(SERVER, user, NOW.plusSeconds(9), null, actor, NOW);
            case 11 -> new RoleCommand.Create(SERVER, role, roleName, null, permissions, actor, NOW);
            case 12 -> new RoleCommand.Edit(SERVER, role, roleName, null, permissions, actor, NOW);
            case 13 -> new RoleCommand.Delete(SERVER, role, actor, NOW);
            case 14, 15 -> new RoleCommand.Assign(SERVER, role, user, actor, NOW);
            case 16 -> new RoleCommand.Withdraw(SERVER, role, user, actor, NOW);
            case 17 ->
                new ChannelCommand.Create(
                        SERVER,
                        channel,
                        new ChannelName(any(random, NAMES)),
                        new ChannelTopic(""),
                        null,
                        random.nextBoolean(),
                        actor,
                        NOW);
            case 18 -> new ChannelCommand.Rename(SERVER, channel, new ChannelName(any(random, NAMES)), actor, NOW);
            default ->
                random.nextInt(40) == 0
                        ? new ServerCommand.Delete(SERVER, actor, NOW)
                        : new ServerCommand.TransferOwnership(SERVER, user, actor, NOW);
        };
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
