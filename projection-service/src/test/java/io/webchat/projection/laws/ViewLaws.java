package io.webchat.projection.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.projection.consume.Logged;
import io.webchat.projection.consume.Projection;
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
        for (var steps = 0; true; steps++) {
            var store = new SteppedStore();
            var consumer = new Consumer(projection(store));
            var countdown = new Countdown(steps, () -> {
                // Of two writes that are under way at once, the other one gets no further either.
                store.beforeEachStep(ViewLaws::interrupt);
                interrupt();
            });
            store.beforeEachStep(countdown);
            try {
                consumer.readAll();
            } catch (Interruption e) {
                store.beforeEachStep(() -> {});
                consumer.readAll();
            }

            assertThat(store.content()).as("interrupted after %d steps", steps).isEqualTo(expected);
            if (countdown.left >= 0) {
                return;
            }
        }
    }

    @Test
    void aSecondConsumerThatOvertakesTheFirstAtAnyStepChangesNothing() {
        for (var steps = 0; true; steps++) {
            var store = new SteppedStore();
            var first = new Consumer(projection(store));
            var second = projection(store.secondConnection());
            var countdown = new Countdown(steps, () -> second.apply(log.subList(first.position, log.size())));
            store.beforeEachStep(countdown);
            first.readAll();

            assertThat(store.content()).as("overtaken after %d steps", steps).isEqualTo(expected);
            if (countdown.left >= 0) {
                return;
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

    /** Applies the log in pieces, and remembers which of them are done. */
    private final class Consumer {
        private final Projection<E> projection;
        private int position;

        Consumer(Projection<E> projection) {
            this.projection = projection;
        }

        void readAll() {
            while (position < log.size()) {
                var next = Math.min(log.size(), position + PIECE);
                projection.apply(log.subList(position, next));
                position = next;
            }
        }
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
    }

    private static void interrupt() {
        throw new Interruption();
    }

    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
