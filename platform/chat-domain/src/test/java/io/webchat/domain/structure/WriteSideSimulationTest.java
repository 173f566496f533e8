package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand random schedules of the whole write side: three instances, whose replicas lag and whose writers crash,
 * stall, lose their transactions and take over from each other, while clients send commands and repeat them anywhere.
 * The servers are in two parts with a writer each, which hear of each other by the log alone. After every step the
 * rules of the community hold, and nobody is in more places than what a writer could not know of explains; in the end
 * every command was decided once, on all that was decided before it. A failure names its seed;
 * {@code -Dwebchat.simulation.seed=} runs that schedule alone.
 */
class WriteSideSimulationTest {
    private static final int SCHEDULES = 10_000;
    private static final int STEPS = 400;
    private static final int INSTANCES = 3;
    private static final int PARTS = 2;
    private static final MembershipLimits LIMITS = new MembershipLimits(2, 1);

    @Test
    void everyCommandIsDecidedOnceAndTheRulesHold() {
        var given = Long.getLong("webchat.simulation.seed");
        if (given != null) {
            run(given, Rules.real(LIMITS));
            return;
        }
        var base = new Random().nextLong();
        var facts = 0L;
        for (var schedule = 0; schedule < SCHEDULES; schedule++) {
            facts += run(base + schedule, Rules.real(LIMITS));
        }
        // Enough happened for the rules to have been at stake.
        assertThat(facts).as("seed %d", base).isGreaterThan(SCHEDULES * 10L);
    }

    /** What the simulation is worth: writers that disregard a rule are found out, and by a rule. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FOR_NOTHING")
    void writersThatDisregardARuleFail(Rules.Blindness blindness) {
        expectToFail(
                new Rules(blindness, LIMITS),
                found -> assertThat(found.getStackTrace())
                        .as("it is a rule that objects: %s", found)
                        .anyMatch(frame -> frame.getClassName().equals(StructureRules.class.getName())));
    }

    @ParameterizedTest
    @MethodSource
    void writersThatLetPeopleIntoTooManyPlacesFail(MembershipLimits decided) {
        expectToFail(Rules.real(decided), found -> assertThat(found).hasMessageContaining("places of"));
    }

    static Stream<MembershipLimits> writersThatLetPeopleIntoTooManyPlacesFail() {
        return Stream.of(
                new MembershipLimits(LIMITS.servers() + 1, LIMITS.groups()),
                new MembershipLimits(LIMITS.servers(), LIMITS.groups() + 1));
    }

    private static void expectToFail(Rules rules, Consumer<Throwable> finding) {
        var base = new Random().nextLong();
        assertThatThrownBy(() -> {
                    for (var schedule = 0; schedule < SCHEDULES / 10; schedule++) {
                        run(base + schedule, rules);
                    }
                })
                .as("seed %d", base)
                .isInstanceOf(AssertionError.class)
                .rootCause()
                .satisfies(finding);
    }

    private static int run(long seed, Rules rules) {
        try {
            return new Schedule(new Random(spread(seed)), rules).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    /** The first numbers that seeds in a row lead to are almost the same. */
    static long spread(long seed) {
        return seed * 0x9E3779B97F4A7C15L;
    }

    private static final class Schedule {
        private final Random random;
        private final List<SimulatedPart> parts = new ArrayList<>();
        private final int[] stalledUntil = new int[INSTANCES];

        Schedule(Random random, Rules rules) {
            this.random = random;
            for (var i = 0; i < PARTS; i++) {
                var other = PARTS - 1 - i;
                parts.add(new SimulatedPart(i, INSTANCES, rules, LIMITS, () -> parts.get(other)));
            }
        }

        int run() {
            for (var i = 0; i < PARTS; i++) {
                parts.get(i).kafka.assignTo(i);
            }
            parts.getFirst().send(RandomCommands.CREATE);
            if (random.nextBoolean()) {
                RandomCommands.beginning(random).forEach(parts.getFirst()::send);
            } else {
                parts.getFirst().send(RandomCommands.INVITE);
            }
            for (var step = 0; step < STEPS; step++) {
                step(step);
                parts.forEach(part -> part.log.read());
            }
            parts.forEach(part -> part.drain(random));
            parts.forEach(SimulatedPart::check);
            return parts.stream().mapToInt(part -> part.log.facts()).sum();
        }

        private void step(int step) {
            // Most of what may go wrong goes wrong in one part alone.
            var part = random.nextInt(3) == 0 ? PARTS - 1 : 0;
            var instance = random.nextInt(INSTANCES);
            switch (random.nextInt(25)) {
                case 0 -> goesWrong(step, parts.get(part), instance);
                case 1 -> parts.get(part).repeat(instance, random);
                case 2, 3, 4, 5 -> send(part);
                case 6, 7, 8, 9 -> parts.get(part).kafka.mark(random);
                default -> {
                    if (stalledUntil[instance] <= step) {
                        goesOn(parts.get(part).instance(instance));
                    }
                }
            }
        }

        private void goesWrong(int step, SimulatedPart part, int instance) {
            switch (random.nextInt(6)) {
                case 0 -> parts.forEach(each -> each.crash(instance));
                case 1 -> stalledUntil[instance] = step + random.nextInt(STEPS / 4);
                case 2, 3 -> part.kafka.assignTo(instance);
                case 4 -> part.kafka.timeOut(random);
                default -> part.duplicate(random);
            }
        }

        private void send(int part) {
            var isFurther = part > 0 || random.nextInt(4) == 0;
            parts.get(part)
                    .send(isFurther ? RandomCommands.inFurtherPlaces(random, part) : RandomCommands.next(random));
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
    }
}
