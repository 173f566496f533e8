package io.webchat.log.replica;

import io.webchat.domain.Decision;
import io.webchat.domain.structure.ChannelCommand;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ChannelName;
import io.webchat.domain.structure.ChannelTopic;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteCommand;
import io.webchat.domain.structure.MemberCommand;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleCommand;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.RoleName;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.structure.StructureDecider;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the deciders accept of random commands in two servers at once. The same seed gives the same life. */
final class RandomLife {
    private static final Instant NOW = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final int COMMANDS = 200;
    private static final List<ServerId> SERVERS =
            IntStream.range(0, 2).mapToObj(i -> new ServerId(new UUID(4, i))).toList();
    private static final List<UserId> PEOPLE =
            IntStream.range(0, 5).mapToObj(i -> new UserId(new UUID(2, i))).toList();

    private final Random random;
    private final Map<ServerId, Server> states = new HashMap<>();
    private final List<StructureEvent> events = new ArrayList<>();

    private RandomLife(long seed) {
        random = new Random(seed);
    }

    static List<StructureEvent> of(long seed) {
        var life = new RandomLife(seed);
        for (var server : SERVERS) {
            var general = new ChannelId(new UUID(server.value().getLeastSignificantBits(), 0));
            life.take(new ServerCommand.Create(server, new ServerName("Club"), general, PEOPLE.getFirst(), NOW));
        }
        for (var i = 0; i < COMMANDS; i++) {
            life.take(life.command());
        }
        return life.events;
    }

    private void take(StructureCommand command) {
        var server = command.serverId();
        if (StructureDecider.decide(states.get(server), command)
                instanceof Decision.Accepted<StructureEvent>(List<StructureEvent> accepted)) {
            accepted.forEach(event -> states.put(server, Server.evolve(states.get(server), event)));
            events.addAll(accepted);
        }
    }

    private StructureCommand command() {
        var server = any(SERVERS);
        var number = server.value().getLeastSignificantBits();
        var actor = random.nextBoolean() ? PEOPLE.getFirst() : any(PEOPLE);
        var user = any(PEOPLE);
        var role = new RoleId(new UUID(number, 10 + random.nextInt(3)));
        var channel = new ChannelId(new UUID(number, random.nextInt(3)));
        var code = new InviteCode("AAAAAAAAAAAAAA" + number + random.nextInt(2));
        var permissions = new Permissions(random.nextInt(Permissions.ALL.bits() + 1));
        var roleName = new RoleName("r" + random.nextInt(3));
        var name = new ChannelName("c" + random.nextInt(4));
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new MemberCommand.Join(server, code, user, NOW);
            case 3, 4 -> new InviteCommand.Create(server, code, null, 1 + random.nextInt(2), actor, NOW);
            case 5 -> new InviteCommand.Revoke(server, code, actor, NOW);
            case 6 -> new MemberCommand.Leave(server, user, NOW);
            case 7 -> new MemberCommand.Ban(server, user, null, actor, NOW);
            case 8 -> new MemberCommand.Unban(server, user, actor, NOW);
            case 9 -> new MemberCommand.TimeOut(server, user, NOW.plusSeconds(9), null, actor, NOW);
            case 10 -> new RoleCommand.Create(server, role, roleName, null, permissions, actor, NOW);
            case 11 -> new RoleCommand.Delete(server, role, actor, NOW);
            case 12, 13 -> new RoleCommand.Assign(server, role, user, actor, NOW);
            case 14 ->
                new ChannelCommand.Create(
                        server, channel, name, new ChannelTopic(""), null, random.nextBoolean(), actor, NOW);
            default ->
                random.nextInt(20) == 0
                        ? new ServerCommand.Delete(server, actor, NOW)
                        : new ServerCommand.TransferOwnership(server, user, actor, NOW);
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
