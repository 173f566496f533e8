package io.webchat.benchmark;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What has to be done many times before anything is measured, some at a time. */
public final class Together {
    private static final int AT_A_TIME = 8;

    private Together() {}

    /** What is done with each. */
    @FunctionalInterface
    public interface Step<A, B> {
        B of(A thing);
    }

    /** Does it with all of them; the results are in their order. Throws if it fails with one. */
    public static <A, B> List<B> all(List<A> things, Step<A, B> step) {
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            var done = things.stream()
                    .map(thing -> threads.submit(() -> step.of(thing)))
                    .toList();
            return done.stream().map(Together::result).toList();
        }
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a step of the preparation failed: " + e.getCause(), e.getCause());
        }
    }
}
