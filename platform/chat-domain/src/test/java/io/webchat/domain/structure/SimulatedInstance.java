package io.webchat.domain.structure;

import io.webchat.domain.Decision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One instance of the command service, as far as one part of the servers goes: its two replicas and its writer, which
 * does one thing per step, so that whatever can come between two things does. The protocol is that of
 * {@code StructureWriter}, {@code StructureBatch}, {@code WriterTakeOver}, {@code WrittenPositions} and
 * {@code OutcomeReplica}; the deciders, limits and folds are the real ones.
 */
final class SimulatedInstance {
    private enum Phase {
        WITHOUT_PARTITION,
        FETCHES_COMMITTED,
        READS_ENDS,
        CATCHES_UP,
        POLLS,
        AWAITS_OWN_WRITES,
        APPENDS,
        CONSUMES,
        COMMITS
    }

    /** An append to come. It may be fenced. */
    @FunctionalInterface
    private interface Append {
        void run() throws SimulatedKafka.Fenced;
    }

    private final SimulatedKafka kafka;
    private final int number;
    private final Rules rules;
    private final Supplier<SimulatedInstance> elsewhere;
    private final Map<CommandId, SimulatedKafka.Outcome> outcomes = new HashMap<>();
    private final Map<ServerId, Server> servers = new HashMap<>();
    private int factPosition;
    private int outcomePosition;

    private Phase phase = Phase.WITHOUT_PARTITION;
    private int generation;
    private int next;
    private int factsNeeded;
    private int outcomesNeeded;
    private List<SimulatedKafka.Command> batch = List.of();
    private final Deque<Append> appends = new ArrayDeque<>();
    private SimulatedKafka.@Nullable Transaction transaction;

    /** @param elsewhere the same instance, as far as the other part goes */
    SimulatedInstance(SimulatedKafka kafka, int number, Rules rules, Supplier<SimulatedInstance> elsewhere) {
        this.kafka = kafka;
        this.number = number;
        this.rules = rules;
        this.elsewhere = elsewhere;
    }

    Map<ServerId, Server> servers() {
        return servers;
    }

    /** What became of commands, as far as this instance has heard. */
    Map<CommandId, SimulatedKafka.Outcome> outcomes() {
        return outcomes;
    }

    void readFacts(int atMost) {
        factPosition = kafka.facts.read(
                factPosition,
                atMost,
                (offset, fact) ->
                        servers.compute(fact.event().serverId(), (id, server) -> Server.evolve(server, fact.event())));
    }

    /** The first outcome of a command stays its outcome. */
    void readOutcomes(int atMost) {
        outcomePosition = kafka.outcomes.read(
                outcomePosition, atMost, (offset, outcome) -> outcomes.putIfAbsent(outcome.id(), outcome));
    }

    /** The writer's next step. */
    void write(Random random) {
        try {
            switch (phase) {
                case WITHOUT_PARTITION -> join();
                case FETCHES_COMMITTED ->
                    kafka.committed().ifPresent(offset -> {
                        next = offset;
                        phase = Phase.READS_ENDS;
                    });
                case READS_ENDS -> {
                    factsNeeded = kafka.facts.end();
                    outcomesNeeded = kafka.outcomes.end();
                    phase = Phase.CATCHES_UP;
                }
                case CATCHES_UP -> phase = hasApplied() ? Phase.POLLS : phase;
                case POLLS -> poll(random);
                case AWAITS_OWN_WRITES -> {
                    if (hasApplied()) {
                        decide();
                    }
                }
                case APPENDS -> append();
                case CONSUMES -> {
                    kafka.consume(required(), generation, next + batch.size());
                    phase = Phase.COMMITS;
                }
                case COMMITS -> commit(random);
            }
        } catch (SimulatedKafka.Fenced e) {
            rollBack();
        }
    }

    private void join() {
        if (kafka.owner() == number && kafka.generation() != generation) {
            generation = kafka.generation();
            phase = Phase.FETCHES_COMMITTED;
        }
    }

    private boolean hasApplied() {
        return factPosition >= factsNeeded && outcomePosition >= outcomesNeeded;
    }

    /** A member that lost its partition may not have heard of it, and go on with what it has fetched. */
    private void poll(Random random) {
        if (generation != kafka.generation() && random.nextInt(4) == 0) {
            phase = Phase.WITHOUT_PARTITION;
        } else if (next < kafka.commands.size()) {
            var end = Math.min(kafka.commands.size(), next + 1 + random.nextInt(4));
            batch = List.copyOf(kafka.commands.subList(next, end));
            transaction = kafka.begin();
            phase = Phase.AWAITS_OWN_WRITES;
        }
    }

    /** Facts before outcomes, which tell where they are. */
    private void decide() {
        var states = new HashMap<>(servers);
        var known = elsewhere.get();
        var knownUpTo = known.factPosition;
        var decided = new LinkedHashMap<CommandId, Decision<StructureEvent>>();
        for (var pending : batch) {
            if (outcomes.containsKey(pending.id()) || decided.containsKey(pending.id())) {
                continue;
            }
            var command = pending.command();
            var decision = rules.decide(
                    states.get(command.serverId()),
                    command,
                    (user, kind) -> WholeLog.count(states, user, kind) + WholeLog.count(known.servers, user, kind));
            for (var event : eventsOf(decision)) {
                states.compute(event.serverId(), (id, server) -> Server.evolve(server, event));
            }
            decided.put(pending.id(), decision);
        }
        appends.clear();
        var positions = new HashMap<CommandId, Integer>();
        decided.forEach((id, decision) -> eventsOf(decision)
                .forEach(event -> appends.add(() -> {
                    var fact = new SimulatedKafka.Fact(id, event, knownUpTo);
                    factsNeeded = kafka.append(required(), kafka.facts, fact) + 1;
                    positions.put(id, factsNeeded);
                })));
        decided.forEach((id, decision) -> appends.add(() -> {
            var outcome = new SimulatedKafka.Outcome(id, decision, positions.getOrDefault(id, factPosition), knownUpTo);
            outcomesNeeded = kafka.append(required(), kafka.outcomes, outcome) + 1;
        }));
        phase = Phase.APPENDS;
    }

    private void append() throws SimulatedKafka.Fenced {
        var append = appends.poll();
        if (append == null) {
            phase = Phase.CONSUMES;
        } else {
            append.run();
        }
    }

    /** Sometimes the answer is lost, and a writer that has committed believes that it has not. */
    private void commit(Random random) throws SimulatedKafka.Fenced {
        kafka.commit(required());
        if (random.nextInt(8) == 0) {
            throw new SimulatedKafka.Fenced();
        }
        next += batch.size();
        phase = Phase.POLLS;
    }

    /** The same records come again. */
    private void rollBack() {
        kafka.abort(required());
        phase = Phase.POLLS;
    }

    private SimulatedKafka.Transaction required() {
        if (transaction == null) {
            throw new IllegalStateException("no transaction in phase " + phase);
        }
        return transaction;
    }

    static List<StructureEvent> eventsOf(Decision<StructureEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<StructureEvent>(List<StructureEvent> events) -> new ArrayList<>(events);
            case Decision.Rejected<StructureEvent> rejected -> List.of();
        };
    }
}
