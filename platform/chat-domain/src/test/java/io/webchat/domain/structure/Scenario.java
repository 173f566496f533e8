package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import java.util.List;

/** Given what happened, when somebody wants something, then this happens: the language of the decider's tests. */
record Scenario(List<StructureEvent> history) {
    static Scenario given(StructureEvent... history) {
        return new Scenario(List.of(history));
    }

    Outcome when(StructureCommand command) {
        return new Outcome(StructureDecider.decide(state(), command));
    }

    Server state() {
        Server state = null;
        for (var event : history) {
            state = Server.evolve(state, event);
        }
        return state;
    }

    record Outcome(Decision<StructureEvent> decision) {
        void then(StructureEvent... events) {
            assertThat(decision).isEqualTo(new Decision.Accepted<>(List.of(events)));
        }

        void thenNothing() {
            then();
        }

        void thenRejected(Rejection.Reason reason) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Rejected.class,
                            rejected ->
                                    assertThat(rejected.rejection().reason()).isEqualTo(reason));
        }
    }
}
