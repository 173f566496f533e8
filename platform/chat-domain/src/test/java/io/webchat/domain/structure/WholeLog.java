package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads all that is committed of one part as soon as it is, and objects to what should not be there. */
final class WholeLog {
    private final SimulatedKafka kafka;
    private final Rules rules;
    private final MembershipLimits promised;
    private final Supplier<WholeLog> elsewhere;
    private final Map<CommandId, SimulatedKafka.Outcome> outcomes = new LinkedHashMap<>();
    private final Map<CommandId, List<StructureEvent>> facts = new HashMap<>();
    private final Map<CommandId, Integer> ends = new HashMap<>();
    /** How often each invite may still be used, if that is limited, counted anew. */
    private final Map<InviteId, Integer> usesLeft = new HashMap<>();

    private final Map<ServerId, Server> servers = new HashMap<>();
    /** What the servers were like after each fact, by its offset. */
    private final NavigableMap<Integer, Map<ServerId, Server>> past = new TreeMap<>();

    private int factPosition;
    private int outcomePosition;
    private int count;

    /**
     * Of one part.
     *
     * @param rules what writers decide by
     * @param promised the limits that must hold
     * @param elsewhere that of the other part
     */
    WholeLog(SimulatedKafka kafka, Rules rules, MembershipLimits promised, Supplier<WholeLog> elsewhere) {
        this.kafka = kafka;
        this.rules = rules;
        this.promised = promised;
        this.elsewhere = elsewhere;
    }

    Map<ServerId, Server> servers() {
        return servers;
    }

    Map<CommandId, SimulatedKafka.Outcome> outcomes() {
        return outcomes;
    }

    int facts() {
        return count;
    }

    void read() {
        factPosition = kafka.facts.read(factPosition, Integer.MAX_VALUE, this::apply);
        outcomePosition = kafka.outcomes.read(
                outcomePosition,
                Integer.MAX_VALUE,
                (offset, outcome) -> assertThat(outcomes.put(outcome.id(), outcome))
                        .as("an earlier outcome of the same command")
                        .isNull());
    }

    /** In how many places of a kind somebody is. */
    static long count(Map<ServerId, Server> servers, UserId user, Server.Kind kind) {
        return servers.values().stream()
                .filter(server -> server.kind() == kind && server.hasMember(user))
                .count();
    }

    private void apply(int offset, SimulatedKafka.Fact fact) {
        var before = servers.get(fact.event().serverId());
        var after = Server.evolve(before, fact.event());
        // A server begins with two events that leave it incomplete until the third; a group has no owner.
        if (before != null && before.kind() == Server.Kind.COMMUNITY && before.hasMember(before.ownerId())) {
            StructureRules.check(before, fact.event(), after);
        }
        servers.put(after.id(), after);
        past.put(offset, Map.copyOf(servers));
        checkPlaces(before, after, fact.elsewhere());
        switch (fact.event()) {
            case InviteEvent.Created e -> {
                if (e.maxUses() == null) {
                    usesLeft.remove(e.code().id());
                } else {
                    usesLeft.put(e.code().id(), e.maxUses());
                }
            }
            case MemberEvent.Joined e -> {
                var left = usesLeft.computeIfPresent(e.inviteId(), (invite, uses) -> uses - 1);
                assertThat(left == null || left >= 0)
                        .as("uses of %s", e.inviteId())
                        .isTrue();
            }
            case StructureEvent e -> {}
        }
        facts.computeIfAbsent(fact.cause(), id -> new ArrayList<>()).add(fact.event());
        ends.put(fact.cause(), offset + 1);
        count++;
    }

    /**
     * Nobody got into more places than they may be in: exactly as far as this part goes, whoever wrote it. There may be
     * more in both parts together by those alone that the writer had not read of the other part when it decided.
     */
    private void checkPlaces(@Nullable Server before, Server after, int elsewhereUpTo) {
        for (var user : after.members().keySet()) {
            if (before != null && before.hasMember(user)) {
                continue;
            }
            var limit = after.kind() == Server.Kind.GROUP ? promised.groups() : promised.servers();
            var here = count(servers, user, after.kind());
            var there = count(elsewhere.get().servers, user, after.kind());
            var unread = there - count(elsewhere.get().asOf(elsewhereUpTo), user, after.kind());
            assertThat(here + there).as("places of %s", user).isLessThanOrEqualTo(limit + unread);
        }
    }

    private Map<ServerId, Server> asOf(int position) {
        var last = past.lowerEntry(position);
        return last == null ? Map.of() : last.getValue();
    }

    /**
     * Every command was decided on the effects of those before it, and on what its writer had read of the other part;
     * its own are there once and in order.
     */
    void checkDecisions(Map<CommandId, StructureCommand> sent) {
        var states = new HashMap<ServerId, Server>();
        for (var outcome : outcomes.values()) {
            var command = sent.get(outcome.id());
            assertThat(command).isNotNull();
            var known = elsewhere.get().asOf(outcome.elsewhere());
            assertThat(rules.decide(
                            states.get(command.serverId()),
                            command,
                            (user, kind) -> count(states, user, kind) + count(known, user, kind)))
                    .as("the outcome of %s", command)
                    .isEqualTo(outcome.decision());
            var events = SimulatedInstance.eventsOf(outcome.decision());
            assertThat(facts.getOrDefault(outcome.id(), List.of())).isEqualTo(events);
            assertThat(ends.getOrDefault(outcome.id(), 0)).isLessThanOrEqualTo(outcome.nextOffset());
            for (var event : events) {
                states.compute(event.serverId(), (id, server) -> Server.evolve(server, event));
            }
        }
        assertThat(states).isEqualTo(servers);
        assertThat(outcomes.keySet()).containsAll(facts.keySet());
    }
}
