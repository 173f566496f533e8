package io.webchat.benchmark.replay;

import io.webchat.benchmark.replay.ViewService.State;
import java.io.IOException;
import java.time.Duration;

/** Builds a generation of a view beside the one that is read, looks how quickly it grows, and gives it up. */
final class Rebuild {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ViewService service;

    Rebuild(ViewService service) {
        this.service = service;
    }

    /**
     * What was found.
     *
     * @param offsets of the log that were applied
     * @param seconds from the decision until the generation was as far as the one that is read: the time in which its
     *     consumer joins its group included
     * @param perSecond offsets, from when the first ones had been applied
     */
    record Found(long offsets, double seconds, long perSecond) {}

    Found measure() throws IOException, InterruptedException {
        if (service.state().building() != null) {
            throw new IllegalStateException(
                    "the view is being rebuilt already: ./webchat rebuild goes on with it, --stop ends it");
        }
        // Ctrl-C gives it up as well.
        var givingUp = new Thread(this::giveUp);
        Runtime.getRuntime().addShutdownHook(givingUp);
        try {
            return follow();
        } finally {
            Runtime.getRuntime().removeShutdownHook(givingUp);
            service.stop();
        }
    }

    private Found follow() throws IOException, InterruptedException {
        var decided = System.nanoTime();
        var state = service.rebuild();
        var meter = new Meter(decided);
        while (!state.isDone()) {
            Thread.sleep(LOOK_AGAIN);
            state = service.state();
            requireProgress(state, meter);
        }
        return meter.found();
    }

    private static void requireProgress(State state, Meter meter) {
        if (state.building() == null) {
            throw new IllegalStateException("somebody else has stopped the rebuild");
        }
        var now = System.nanoTime();
        meter.look(state.reached(), now);
        if (now - meter.changed() > PATIENCE.toNanos()) {
            throw new IllegalStateException("the rebuild stands at " + state.reached() + " of " + state.total()
                    + " offsets for " + PATIENCE.toSeconds() + " s");
        }
    }

    private void giveUp() {
        try {
            service.stop();
        } catch (IOException e) {
            System.err.println("The generation that was being built stays: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
