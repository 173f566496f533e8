package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ConversationCommand;
import io.webchat.domain.structure.MembershipLimits;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.codec.StructureOutcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StructureBatchTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final UserId ADA = new UserId(Ids.fresh());
    private static final UserId BEN = new UserId(Ids.fresh());
    private static final UserId CLEO = new UserId(Ids.fresh());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StructureBatch batch = batch(new HashMap<>(), new MembershipLimits(200, 500));
    private final ServerId server = new ServerId(Ids.fresh());

    @Test
    void eachIsDecidedOnWhatThoseBeforeItLeft() {
        var name = new ServerName("Rocket club");
        var create = new ServerCommand.Create(server, name, new ChannelId(Ids.fresh()), ADA, AT);

        assertThat(decide(create)).isInstanceOf(StructureOutcome.Accepted.class);
        assertThat(decide(create)).isInstanceOf(StructureOutcome.Rejected.class);
        assertThat(decide(new ServerCommand.Delete(server, ADA, AT))).isInstanceOf(StructureOutcome.Accepted.class);
    }

    @Test
    void oneThatBreaksItsDeciderFailsAndLeavesNothing() {
        assertThat(decide(group(BEN, BEN))).isInstanceOf(StructureOutcome.Failed.class);
        assertThat(meters.counter("failures").count()).isEqualTo(1);

        assertThat(decide(group(BEN, CLEO))).isInstanceOf(StructureOutcome.Accepted.class);
        assertThat(meters.counter("failures").count()).isEqualTo(1);
    }

    @Test
    void whatTheBatchHasDoneCountsAgainstTheLimits() {
        var narrow = batch(new HashMap<>(), new MembershipLimits(1, 1));
        var first = server;
        var second = new ServerId(Ids.fresh());

        assertThat(narrow.decide(pending(create(first, ADA))).events()).isNotEmpty();
        assertThat(rejectionOf(narrow.decide(pending(create(second, ADA))))).isEqualTo(Reason.TOO_MANY_SERVERS);
        assertThat(narrow.decide(pending(new ServerCommand.Delete(first, ADA, AT)))
                        .events())
                .isNotEmpty();
        assertThat(narrow.decide(pending(create(second, ADA))).events()).isNotEmpty();
    }

    /** Commands of few people on few places, in batches of any size: a writer that is alone holds the limits. */
    @Test
    void whateverPeopleTryNobodyIsInMorePlacesThanTheyMayBe() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var limits = new MembershipLimits(3, 2);
        var servers = new HashMap<ServerId, Server>();
        var refused = EnumSet.noneOf(Reason.class);
        var tries = new RandomPlaces(random);
        for (var round = 0; round < 400; round++) {
            var many = batch(servers, limits);
            var decided = IntStream.range(0, 1 + random.nextInt(10))
                    .mapToObj(i -> many.decide(pending(tries.next())))
                    .toList();
            for (var command : decided) {
                for (var event : command.events()) {
                    servers.put(event.serverId(), Server.evolve(servers.get(event.serverId()), event));
                }
                Optional.ofNullable(rejectionOf(command)).ifPresent(refused::add);
            }
            for (var person : RandomPlaces.PEOPLE) {
                assertThat(places(servers, person, Server.Kind.COMMUNITY))
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(3);
                assertThat(places(servers, person, Server.Kind.GROUP))
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(2);
            }
        }
        assertThat(refused).as("seed %d", seed).contains(Reason.TOO_MANY_SERVERS, Reason.TOO_MANY_GROUPS);
    }

    private static long places(Map<ServerId, Server> servers, UserId person, Server.Kind kind) {
        return servers.values().stream()
                .filter(place -> place.kind() == kind && place.hasMember(person))
                .count();
    }

    private StructureBatch batch(Map<ServerId, Server> servers, MembershipLimits limits) {
        return new StructureBatch(
                id -> Optional.ofNullable(servers.get(id)),
                user -> servers.values().stream()
                        .filter(place -> place.hasMember(user))
                        .map(Server::id)
                        .collect(Collectors.toSet()),
                limits,
                meters.counter("failures"));
    }

    private static PendingCommand pending(StructureCommand command) {
        return new PendingCommand(new CommandId(Ids.fresh()), command);
    }

    private static ServerCommand.Create create(ServerId id, UserId owner) {
        return new ServerCommand.Create(id, new ServerName("Rocket club"), new ChannelId(Ids.fresh()), owner, AT);
    }

    private static @Nullable Reason rejectionOf(DecidedCommand decided) {
        return decided.outcome(7) instanceof StructureOutcome.Rejected rejected
                ? rejected.rejection().reason()
                : null;
    }

    private StructureOutcome decide(StructureCommand command) {
        return batch.decide(pending(command)).outcome(7);
    }

    private StructureCommand group(UserId... others) {
        return new ConversationCommand.StartGroup(server, new ChannelId(Ids.fresh()), List.of(others), null, ADA, AT);
    }
}
