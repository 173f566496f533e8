package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Decision;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand random lives of a community, with everybody trying everything: whatever the deciders accept, the rules
 * hold in every state that follows. A failure names the seed of its life.
 */
class StructureSimulationTest {
    private static final int LIVES = 10_000;
    private static final int COMMANDS = 120;

    @Test
    void theRulesHoldInEveryState() {
        var base = new Random().nextLong();
        var accepted = 0L;
        for (var life = 0; life < LIVES; life++) {
            try {
                accepted += live(base + life);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + (base + life), e);
            }
        }
        // Enough happened for the rules to have been at stake.
        assertThat(accepted).as("seed %d", base).isGreaterThan(LIVES * 5L);
    }

    private static int live(long seed) {
        var random = new Random(WriteSideSimulationTest.spread(seed));
        var server = start();
        var happened = 0;
        var beginning = RandomCommands.beginning(random);
        for (var i = 0; i < COMMANDS; i++) {
            var command = i < beginning.size() ? beginning.get(i) : RandomCommands.next(random);
            var decision = StructureDecider.decide(server, command);
            if (decision instanceof Decision.Accepted<StructureEvent>(List<StructureEvent> events)) {
                for (var event : events) {
                    var before = server;
                    server = Server.evolve(before, event);
                    StructureRules.check(before, event, server);
                    happened++;
                }
                checkRepetition(server, command);
            }
        }
        return happened;
    }

    private static Server start() {
        Server server = null;
        var decision = StructureDecider.decide(null, RandomCommands.CREATE);
        if (decision instanceof Decision.Accepted<StructureEvent>(List<StructureEvent> events)) {
            for (var event : events) {
                server = Server.evolve(server, event);
            }
        }
        assertThat(server).isNotNull();
        return server;
    }

    /** A join by the same person again is a no-op: one use of an invite admits one person once. */
    private static void checkRepetition(Server server, StructureCommand command) {
        if (command instanceof MemberCommand.Join) {
            assertThat(StructureDecider.decide(server, command))
                    .isEqualTo(new Decision.Accepted<StructureEvent>(List.of()));
        }
    }
}
