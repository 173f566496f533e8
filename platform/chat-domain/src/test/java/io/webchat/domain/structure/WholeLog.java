package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all that is committed as soon as it is, and objects to what should not be there. */
final class WholeLog {
    private final SimulatedKafka kafka;
    private final Map<CommandId, SimulatedKafka.Outcome> outcomes = new LinkedHashMap<>();
    private final Map<CommandId, List<StructureEvent>> facts = new HashMap<>();
    private final Map<CommandId, Integer> ends = new HashMap<>();
    /** How often each invite may still be used, counted anew. */
    private final Map<InviteId, Integer> usesLeft = new HashMap<>();

    private @Nullable Server server;
    private int factPosition;
    private int outcomePosition;
    private int count;

    WholeLog(SimulatedKafka kafka) {
        this.kafka = kafka;
    }

    @Nullable
    Server server() {
        return server;
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

    private void apply(int offset, SimulatedKafka.Fact fact) {
        var before = server;
        var after = Server.evolve(before, fact.event());
        // A server begins with two events that leave it incomplete until the third.
        if (before != null && before.hasMember(before.ownerId())) {
            StructureRules.check(before, fact.event(), after);
        }
        switch (fact.event()) {
            case InviteEvent.Created e
            when e.maxUses() != null -> usesLeft.put(e.code().id(), e.maxUses());
            case MemberEvent.Joined e
            when e.inviteId() != null ->
                assertThat(usesLeft.merge(e.inviteId(), -1, Integer::sum))
                        .as("uses left of %s", e.inviteId())
                        .isNotNegative();
            case StructureEvent e -> {}
        }
        server = after;
        facts.computeIfAbsent(fact.cause(), id -> new ArrayList<>()).add(fact.event());
        ends.put(fact.cause(), offset + 1);
        count++;
    }

    /** Every command was decided on the effects of those before it, and its own are there once and in order. */
    void checkDecisions(Map<CommandId, StructureCommand> sent) {
        Server state = null;
        for (var outcome : outcomes.values()) {
            var command = sent.get(outcome.id());
            assertThat(command).isNotNull();
            assertThat(StructureDecider.decide(state, command))
                    .as("the outcome of %s", command)
                    .isEqualTo(outcome.decision());
            var events = SimulatedInstance.eventsOf(outcome.decision());
            assertThat(facts.getOrDefault(outcome.id(), List.of())).isEqualTo(events);
            assertThat(ends.getOrDefault(outcome.id(), 0)).isLessThanOrEqualTo(outcome.nextOffset());
            for (var event : events) {
                state = Server.evolve(state, event);
            }
        }
        assertThat(state).isEqualTo(server);
        assertThat(outcomes.keySet()).containsAll(facts.keySet());
    }
}
