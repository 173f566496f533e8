package io.webchat.projection.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What holds for every view, however often, in whatever pieces and by whomever its log is applied: the view is a
 * function of the log. One class for each view says how it is built and gives a history.
 *
 * @param <E> the events of the view's topic
 */
public abstract class ViewLaws<E> {
    private static final int PIECE = 3;

    /** A new projection into a store. */
    protected abstract Projection<E> projection(MongoTemplate store);

    /** A dozen events of one partition that touch several documents several times. */
    protected abstract List<E> history();

    /** The structural command that an event is an effect of; null where there is none. */
    protected @Nullable String commandOf(List<E> events, int index) {
        return null;
    }

    private final List<E> history = history();

    /** With gaps between the offsets, as compaction and transactions leave them. */
    private final List<Logged<E>> log = IntStream.range(0, history.size())
            .mapToObj(i -> new Logged<>(history.get(i), 10L * i, commandOf(history, i)))
            .toList();

    private final Map<String, List<Document>> expected = appliedInOnePiece();

    @Test
    void theSameLogTwiceGivesTheSameView() {
        var store = new SteppedStore();
        projection(store).apply(log);
        projection(store).apply(log);

        assertThat(store.content()).isEqualTo(expected);
    }

    @Test
    void redeliveredPiecesOfAnySizeGiveTheSameView() {
        for (var seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var store = new SteppedStore();
            var projection = projection(store);
            for (var done = 0; done < log.size(); ) {
                var from = random.nextInt(done + 1);
                done = Math.min(log.size(), done + 1 + random.nextInt(4));
                projection.apply(log.subList(from, done));
            }

            assertThat(store.content()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void anInterruptionBetweenAnyTwoStepsIsMadeGood() {
        for (var piece : pieces()) {
            var wasInterrupted = true;
            for (var steps = 0; wasInterrupted; steps++) {
                var store = SteppedStore.with(piece.before());
                var projection = projection(store);
                var countdown = new Countdown(steps, () -> {
                    // Of two writes that are under way at once, the other one gets no further either.
                    store.beforeEachStep(ViewLaws::interrupt);
                    interrupt();
                });
                store.beforeEachStep(countdown);
                try {
                    projection.apply(piece.events());
                } catch (Interruption e) {
                    store.beforeEachStep(() -> {});
                    projection.apply(piece.events());
                }

                assertThat(store.content())
                        .as("interrupted after %d steps of %s", steps, piece)
                        .isEqualTo(piece.after());
                wasInterrupted = countdown.isOver();
            }
        }
    }

    @Test
    void aSecondConsumerThatOvertakesTheFirstAtAnyStepChangesNothing() {
        for (var piece : pieces()) {
            var wasOvertaken = true;
            for (var steps = 0; wasOvertaken; steps++) {
                var store = SteppedStore.with(piece.before());
                var second = projection(store.secondConnection());
                var countdown = new Countdown(steps, () -> second.apply(log.subList(piece.from(), log.size())));
                store.beforeEachStep(countdown);
                projection(store).apply(piece.events());

                wasOvertaken = countdown.isOver();
                assertThat(store.content())
                        .as("overtaken after %d steps of %s", steps, piece)
                        .isEqualTo(wasOvertaken ? expected : piece.after());
            }
        }
    }

    private Map<String, List<Document>> appliedInOnePiece() {
        var store = new SteppedStore();
        projection(store).apply(log);
        var content = store.content();
        assertThat(content.values()).as("the history does something").anyMatch(documents -> documents.size() > 1);
        return content;
    }

    /**
     * Part of the log, as a consumer reads it.
     *
     * @param from the index of its first event
     * @param before what is in the store when it comes
     * @param after what is there once it was applied without an incident
     */
    private record Piece<E>(
            int from, List<Logged<E>> events, Map<String, List<Document>> before, Map<String, List<Document>> after) {
        @Override
        public String toString() {
            return "the events from " + from;
        }
    }

    private List<Piece<E>> pieces() {
        var store = new SteppedStore();
        var projection = projection(store);
        var pieces = new ArrayList<Piece<E>>();
        for (var from = 0; from < log.size(); from += PIECE) {
            var events = log.subList(from, Math.min(log.size(), from + PIECE));
            var before = store.content();
            projection.apply(events);
            pieces.add(new Piece<>(from, events, before, store.content()));
        }
        assertThat(pieces.getLast().after()).isEqualTo(expected);
        return pieces;
    }

    /** Lets some steps pass, then does something once. Two writes may be under way at once. */
    private static final class Countdown implements Runnable {
        private final Runnable action;
        private int left;

        Countdown(int steps, Runnable action) {
            this.left = steps;
            this.action = action;
        }

        @Override
        public synchronized void run() {
            if (left-- == 0) {
                action.run();
            }
        }

        synchronized boolean isOver() {
            return left < 0;
        }
    }

    private static void interrupt() {
        throw new Interruption();
    }

    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
