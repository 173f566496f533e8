package io.webchat.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.StructureEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Given what was said in the {@link Room}, and what happened to its structure, when somebody wants something, then this
 * happens.
 */
record Talk(
        List<MessageEvent> said,
        List<StructureEvent> structure,
        @Nullable Instant lastPost) {
    static Talk given(MessageEvent... said) {
        return new Talk(List.of(said), Room.STRUCTURE, null);
    }

    Talk where(StructureEvent... happened) {
        var all = new ArrayList<>(structure);
        all.addAll(List.of(happened));
        return new Talk(said, all, lastPost);
    }

    Talk lastPostAt(Instant time) {
        return new Talk(said, structure, time);
    }

    Outcome when(MessageCommand.Post command) {
        return new Outcome(MessageDecider.decide(server(), lastPost, command));
    }

    Outcome when(MessageCommand.OnMessage command) {
        return new Outcome(MessageDecider.decide(server(), target(command.messageId()), command));
    }

    @Nullable
    Server server() {
        Server server = null;
        for (var event : structure) {
            server = Server.evolve(server, event);
        }
        return server;
    }

    private Target target(MessageId id) {
        Message message = null;
        MessageThread thread = null;
        var pins = Pins.NONE;
        for (var event : said) {
            switch (event) {
                case MessageEvent.Posted e when e.messageId().equals(id) -> message = Message.of(e);
                case MessageEvent.Posted e -> {}
                case MessageChange e -> message = message == null ? null : message.evolve(e);
                case PinEvent e -> pins = pins.evolve(e);
                case ThreadEvent.Started e -> thread = thread == null ? MessageThread.of(e) : thread;
                case ThreadEvent e -> thread = thread == null ? null : thread.evolve(e);
            }
        }
        return new Target(message, pins, thread);
    }

    record Outcome(Decision<MessageEvent> decision) {
        void then(MessageEvent... events) {
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
