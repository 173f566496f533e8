package io.webchat.command.structure;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationCommand;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteCommand;
import io.webchat.domain.structure.MemberCommand;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What four people may try in order to get into places, and out of them. Most of it is refused for some reason. */
final class RandomPlaces {
    static final List<UserId> PEOPLE =
            Stream.generate(() -> new UserId(Ids.fresh())).limit(4).toList();

    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private final Random random;
    private final List<ServerId> servers = new ArrayList<>();
    private final List<ServerId> groups = new ArrayList<>();

    RandomPlaces(Random random) {
        this.random = random;
        servers.add(new ServerId(Ids.fresh()));
        groups.add(new ServerId(Ids.fresh()));
    }

    StructureCommand next() {
        var actor = any(PEOPLE);
        var server = any(servers);
        var group = any(groups);
        return switch (random.nextInt(10)) {
            case 0 -> {
                servers.add(server = new ServerId(Ids.fresh()));
                yield new ServerCommand.Create(server, new ServerName("Club"), channel(), actor, AT);
            }
            case 1, 2 -> new InviteCommand.Create(server, codeOf(server), null, null, actor, AT);
            case 3, 4, 5 -> new MemberCommand.Join(server, codeOf(server), actor, AT);
            case 6 -> new MemberCommand.Leave(random.nextBoolean() ? server : group, actor, AT);
            case 7 -> new ServerCommand.Delete(server, actor, AT);
            case 8 -> {
                groups.add(group = new ServerId(Ids.fresh()));
                yield new ConversationCommand.StartGroup(group, channel(), others(actor), null, actor, AT);
            }
            default -> new ConversationCommand.AddMember(group, any(PEOPLE), actor, AT);
        };
    }

    private List<UserId> others(UserId actor) {
        var all = PEOPLE.stream().filter(person -> !person.equals(actor)).toList();
        return IntStream.rangeClosed(0, random.nextInt(all.size()))
                .mapToObj(all::get)
                .toList();
    }

    private static ChannelId channel() {
        return new ChannelId(Ids.fresh());
    }

    /** Every server has the one that follows from its id. */
    private static InviteCode codeOf(ServerId server) {
        return new InviteCode(server.toString().replace("-", "").substring(16));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
