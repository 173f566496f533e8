package io.webchat.projection.deadletter;

import io.webchat.projection.consume.Reapplication;
import io.webchat.projection.deadletter.ReplayDocument.State;
import io.webchat.projection.store.Generation;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Replays dead letters. Whoever is asked writes down that one is wanted; the instance that consumes the letter's
 * partition looks for such wishes every {@link #LOOK_AGAIN}, and writes down what became of it.
 */
@Component
class Replays implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Replays.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK_FOR_OUTCOME = Duration.ofMillis(100);

    private final DeadLetterLog letters;
    private final ReplayRepository repository;
    private final Reapplication reapplication;
    private final Clock clock;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("dead-letter-replays").daemon().factory());
    private volatile boolean running;

    Replays(DeadLetterLog letters, ReplayRepository repository, Reapplication reapplication, Clock clock) {
        this.letters = letters;
        this.repository = repository;
        this.reapplication = reapplication;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        looking.scheduleWithFixedDelay(this::lookAgain, 0, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        looking.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the consumers of the views. */
    @Override
    public int getPhase() {
        return 101;
    }

    /** Wants a letter to be replayed, and returns what became of it; it is still wanted if nobody could try yet. */
    ReplayDocument replay(DeadLetter letter, Generation generation) throws InterruptedException {
        var wanted = ReplayDocument.wanted(generation, letter, clock.instant());
        repository.want(wanted);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var now = repository.find(wanted.id()).orElse(wanted);
            if (now.state() != State.WANTED || System.nanoTime() - deadline >= 0) {
                return now;
            }
            Thread.sleep(LOOK_FOR_OUTCOME);
        }
    }

    private void lookAgain() {
        try {
            repository.wanted().forEach(this::tryOne);
        } catch (RuntimeException e) {
            // An exception would end the schedule.
            log.warn("nobody knows which dead letters are to be replayed, trying again: {}", e.toString());
        }
    }

    private void tryOne(ReplayDocument wanted) {
        try {
            attempt(wanted);
        } catch (RuntimeException e) {
            log.warn("{} cannot be replayed now, trying again: {}", wanted.id(), e.toString());
        }
    }

    private void attempt(ReplayDocument wanted) {
        var done = reapplication.apply(wanted.group(), wanted.partition(), wanted.offset(), () -> passedOver(wanted));
        var state = switch (done.outcome()) {
            case APPLIED -> State.APPLIED;
            case OVERTAKEN -> State.OVERTAKEN;
            case ERASED -> State.ERASED;
            case REFUSED -> State.REFUSED;
            case NOT_NOW -> State.WANTED;
        };
        if (state != State.WANTED) {
            log.info("replayed {}: {} {}", wanted.id(), state, done.detail() == null ? "" : done.detail());
            repository.settle(wanted, state, done.detail(), clock.instant());
        }
    }

    /** Offsets of later records that the same generation has not applied. */
    private Set<Long> passedOver(ReplayDocument wanted) {
        var topic = DeadLetterLog.topicOf(wanted.topic()).orElseThrow();
        var generation = reapplication.generationOf(wanted.group());
        var known = repository.all();
        var offsets = new HashSet<Long>();
        letters.read(topic, wanted.partition(), letter -> {
            if (letter.group().equals(wanted.group()) && letter.sourceOffset() > wanted.offset()) {
                var replay = generation
                        .map(one -> known.get(ReplayDocument.id(one, letter)))
                        .orElse(null);
                if (replay == null || replay.state() != State.APPLIED) {
                    offsets.add(letter.sourceOffset());
                }
            }
        });
        return offsets;
    }
}
