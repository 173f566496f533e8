package io.webchat.benchmark.read;

import io.webchat.benchmark.FailedCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many readers at once, each of whom asks again as soon as they have been answered. */
record ClosedLoop(int readers, int callsEach) {

    /** Something to do and to time. Called by many threads at once. */
    @FunctionalInterface
    interface Call {
        /**
         * @param reader who asks, from 0
         * @param index counts the calls of all readers, from 0
         */
        void by(int reader, int index) throws Exception;
    }

    /**
     * What came of it.
     *
     * @param nanos of each call
     * @param perSecond calls of all readers together
     */
    record Timed(List<Long> nanos, long perSecond) {}

    /** Returns when all have been answered. A call that fails is thrown. */
    Timed run(Call call) throws InterruptedException {
        var start = new CountDownLatch(1);
        var ended = new ArrayList<Future<List<Long>>>();
        long begun;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < readers; i++) {
                var reader = i;
                ended.add(threads.submit(() -> {
                    start.await();
                    return calls(call, reader);
                }));
            }
            begun = System.nanoTime();
            start.countDown();
        }
        var elapsed = System.nanoTime() - begun;
        var nanos = FailedCallException.requireResults(ended).stream()
                .flatMap(List::stream)
                .toList();
        return new Timed(nanos, nanos.size() * 1_000_000_000L / Math.max(1, elapsed));
    }

    private List<Long> calls(Call call, int reader) throws Exception {
        var nanos = new ArrayList<Long>(callsEach);
        for (var i = 0; i < callsEach; i++) {
            var begun = System.nanoTime();
            call.by(reader, reader * callsEach + i);
            nanos.add(System.nanoTime() - begun);
        }
        return nanos;
    }
}
