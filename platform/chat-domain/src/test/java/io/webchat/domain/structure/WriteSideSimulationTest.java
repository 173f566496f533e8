package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random schedules of the whole write side: three instances, whose replicas lag and whose writers crash,
 * stall, lose their transactions and take over from each other, while clients send commands and repeat them anywhere.
 * After every step the rules of the community hold, and in the end every command was decided once, on all that was
 * decided before it. A failure names its seed; {@code -Dwebchat.simulation.seed=} runs that schedule alone.
 */
class WriteSideSimulationTest {
    private static final int SCHEDULES = 10_000;
    private static final int STEPS = 400;
    private static final int INSTANCES = 3;
    private static final int DRAINED_WITHIN = 20_000;
    private static final int ALL = Integer.MAX_VALUE;

    @Test
    void everyCommandIsDecidedOnceAndTheRulesHold() {
        var given = Long.getLong("webchat.simulation.seed");
        if (given != null) {
            run(given);
            return;
        }
        var base = new Random().nextLong();
        var facts = 0L;
        for (var schedule = 0; schedule < SCHEDULES; schedule++) {
            facts += run(base + schedule);
        }
        // Enough happened for the rules to have been at stake.
        assertThat(facts).as("seed %d", base).isGreaterThan(SCHEDULES * 10L);
    }

    private static int run(long seed) {
        try {
            return new Schedule(new Random(seed)).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static final class Schedule {
        private final Random random;
        private final SimulatedKafka kafka = new SimulatedKafka();
        private final List<SimulatedInstance> instances = new ArrayList<>();
        private final int[] stalledUntil = new int[INSTANCES];
        private final Map<CommandId, StructureCommand> sent = new LinkedHashMap<>();
        private final Map<CommandId, SimulatedKafka.Outcome> answers = new HashMap<>();
        private final WholeLog log = new WholeLog(kafka);

        Schedule(Random random) {
            this.random = random;
            for (var i = 0; i < INSTANCES; i++) {
                instances.add(new SimulatedInstance(kafka, i));
            }
        }

        int run() {
            kafka.assignTo(0);
            send(RandomCommands.CREATE);
            send(RandomCommands.INVITE);
            for (var step = 0; step < STEPS; step++) {
                step(step);
                log.read();
            }
            drain();
            for (var instance : instances) {
                assertThat(instance.server()).isEqualTo(log.server());
                assertThat(instance.outcomes()).isEqualTo(log.outcomes());
            }
            assertThat(log.outcomes().keySet()).isEqualTo(sent.keySet());
            assertThat(log.outcomes()).containsAllEntriesOf(answers);
            log.checkDecisions(sent);
            return log.facts();
        }

        private void step(int step) {
            var number = random.nextInt(INSTANCES);
            var instance = instances.get(number);
            switch (random.nextInt(25)) {
                case 0 -> goesWrong(step, number);
                case 1 -> repeat(instance);
                case 2, 3, 4, 5 -> send(RandomCommands.next(random));
                case 6, 7, 8, 9 -> kafka.mark(random);
                default -> {
                    if (stalledUntil[number] <= step) {
                        goesOn(instance);
                    }
                }
            }
        }

        private void goesWrong(int step, int number) {
            switch (random.nextInt(6)) {
                case 0 -> instances.set(number, new SimulatedInstance(kafka, number));
                case 1 -> stalledUntil[number] = step + random.nextInt(STEPS / 4);
                case 2, 3 -> kafka.assignTo(number);
                case 4 -> kafka.timeOut(random);
                default -> kafka.commands.add(any(kafka.commands));
            }
        }

        private void goesOn(SimulatedInstance instance) {
            switch (random.nextInt(3)) {
                case 0 -> instance.readFacts(1 + random.nextInt(8));
                case 1 -> instance.readOutcomes(1 + random.nextInt(8));
                default -> write(instance);
            }
        }

        /** Writers do several things in a row more often than not. */
        private void write(SimulatedInstance instance) {
            for (var i = random.nextInt(6); i >= 0; i--) {
                instance.write(random);
            }
        }

        private void send(StructureCommand command) {
            var id = new CommandId(new UUID(9, sent.size()));
            sent.put(id, command);
            kafka.commands.add(new SimulatedKafka.Command(id, command));
        }

        /** A command that has an outcome where it is repeated goes nowhere. */
        private void repeat(SimulatedInstance instance) {
            var id = any(List.copyOf(sent.keySet()));
            var outcome = instance.outcomes().get(id);
            if (outcome == null) {
                kafka.commands.add(any(
                        kafka.commands.stream().filter(c -> c.id().equals(id)).toList()));
            } else {
                assertThat(answers.getOrDefault(id, outcome)).isEqualTo(outcome);
                answers.put(id, outcome);
            }
        }

        /** Nothing goes wrong any more, and all that was sent is decided. */
        private void drain() {
            kafka.assignTo(random.nextInt(INSTANCES));
            for (var i = 0; i < DRAINED_WITHIN && !isDrained(); i++) {
                var instance = any(instances);
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

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
