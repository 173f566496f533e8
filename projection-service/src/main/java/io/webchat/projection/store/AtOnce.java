package io.webchat.projection.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Writes that need nothing of each other, so that the second need not wait for the store's answer to the first. */
public final class AtOnce {
    private AtOnce() {}

    /**
     * Returns when both are done, and throws what one of them has thrown: the second one's, if both have. Both are done
     * with the generations that the caller has to do with.
     */
    public static void run(Runnable one, Runnable other) {
        var first = CompletableFuture.runAsync(
                GenerationRouting.carried(one), task -> Thread.ofVirtual().start(task));
        try {
            other.run();
        } finally {
            first.handle((done, failure) -> true).join();
        }
        rethrow(first);
    }

    private static void rethrow(CompletableFuture<Void> done) {
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
