package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** One part of the servers: its log, every instance as far as it goes, and what clients sent and were told. */
final class SimulatedPart {
    private static final int DRAINED_WITHIN = 20_000;
    private static final int ALL = Integer.MAX_VALUE;

    final SimulatedKafka kafka = new SimulatedKafka();
    final WholeLog log;
    private final int number;
    private final Rules rules;
    private final Supplier<SimulatedPart> elsewhere;
    private final List<SimulatedInstance> instances = new ArrayList<>();
    private final Map<CommandId, StructureCommand> sent = new LinkedHashMap<>();
    private final Map<CommandId, SimulatedKafka.Outcome> answers = new HashMap<>();

    /**
     * A part with instances that have read nothing.
     *
     * @param rules what writers decide by
     * @param promised the limits that must hold
     * @param elsewhere the other part
     */
    SimulatedPart(
            int number, int instances, Rules rules, MembershipLimits promised, Supplier<SimulatedPart> elsewhere) {
        this.number = number;
        this.rules = rules;
        this.elsewhere = elsewhere;
        this.log = new WholeLog(kafka, rules, promised, () -> elsewhere.get().log);
        for (var i = 0; i < instances; i++) {
            this.instances.add(fresh(i));
        }
    }

    private SimulatedInstance fresh(int instance) {
        return new SimulatedInstance(
                kafka, instance, rules, () -> elsewhere.get().instances.get(instance));
    }

    SimulatedInstance instance(int instance) {
        return instances.get(instance);
    }

    /** It begins anew, and knows nothing. */
    void crash(int instance) {
        instances.set(instance, fresh(instance));
    }

    void send(StructureCommand command) {
        var id = new CommandId(new UUID(9 + number, sent.size()));
        sent.put(id, command);
        kafka.commands.add(new SimulatedKafka.Command(id, command));
    }

    /** A command that has an outcome where it is repeated goes nowhere. */
    void repeat(int at, Random random) {
        if (sent.isEmpty()) {
            return;
        }
        var id = any(List.copyOf(sent.keySet()), random);
        var outcome = instance(at).outcomes().get(id);
        if (outcome == null) {
            kafka.commands.add(
                    any(kafka.commands.stream().filter(c -> c.id().equals(id)).toList(), random));
        } else {
            assertThat(answers.getOrDefault(id, outcome)).isEqualTo(outcome);
            answers.put(id, outcome);
        }
    }

    /** The log delivers a command once more. */
    void duplicate(Random random) {
        if (!kafka.commands.isEmpty()) {
            kafka.commands.add(any(kafka.commands, random));
        }
    }

    /** Nothing goes wrong any more, and all that was sent is decided. */
    void drain(Random random) {
        kafka.assignTo(random.nextInt(instances.size()));
        for (var i = 0; i < DRAINED_WITHIN && !isDrained(); i++) {
            var instance = any(instances, random);
            instance.write(random);
            instance.readFacts(ALL);
            instance.readOutcomes(ALL);
            kafka.mark(random);
            if (i % 100 == 99) {
                kafka.timeOut(random);
            }
            log.read();
        }
        assertThat(isDrained()).as("all commands are consumed").isTrue();
        log.read();
        instances.forEach(instance -> {
            instance.readFacts(ALL);
            instance.readOutcomes(ALL);
        });
    }

    private boolean isDrained() {
        return kafka.isQuiet() && kafka.committed().orElse(-1) == kafka.commands.size();
    }

    /** Everybody knows the same, every command was decided once, and what a client was told is what happened. */
    void check() {
        for (var instance : instances) {
            assertThat(instance.servers()).isEqualTo(log.servers());
            assertThat(instance.outcomes()).isEqualTo(log.outcomes());
        }
        assertThat(log.outcomes().keySet()).isEqualTo(sent.keySet());
        assertThat(log.outcomes()).containsAllEntriesOf(answers);
        log.checkDecisions(sent);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
