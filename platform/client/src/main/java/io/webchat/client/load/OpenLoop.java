package io.webchat.client.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes calls at a steady pace, each on a virtual thread of its own. A call begins when it is due, not when the one
 * before has been answered, so a stall shows in every call that it held up. Whoever measures from the time at which a
 * call was due also sees what the caller's own machine could not begin in time: no stall is left out.
 *
 * @param count how many calls are made
 * @param perSecond how many begin in a second
 * @param mostUnderWay with more calls than this unanswered, no further one begins
 */
public record OpenLoop(int count, int perSecond, int mostUnderWay) {

    /** Something to do and to time. */
    @FunctionalInterface
    public interface Call<T> {
        /**
         * @param index counts the calls, from 0
         * @param due when it should have begun, as {@link System#nanoTime} counts
         */
        T at(int index, long due) throws Exception;
    }

    public OpenLoop {
        if (count < 0 || perSecond < 1 || mostUnderWay < 1) {
            throw new IllegalArgumentException("calls: " + count + ", per second: " + perSecond + ", under way: "
                    + mostUnderWay + " (expected: >= 0, >= 1, >= 1)");
        }
    }

    /** A loop that begins every call, however many are unanswered. */
    public OpenLoop(int count, int perSecond) {
        this(count, perSecond, Integer.MAX_VALUE);
    }

    /** Returns when every call that was begun has ended; they are in the order in which they were due. */
    public <T> List<Future<T>> run(Call<T> call) {
        var begun = new ArrayList<Future<T>>(count);
        var ended = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (var i = 0; i < count; i++) {
                var index = i;
                var due = start + TimeUnit.SECONDS.toNanos(i) / perSecond;
                sleepUntil(due);
                if (index - ended.get() > mostUnderWay) {
                    break;
                }
                begun.add(threads.submit(() -> {
                    try {
                        return call.at(index, due);
                    } finally {
                        ended.incrementAndGet();
                    }
                }));
            }
        }
        return begun;
    }

    private static void sleepUntil(long nanoTime) {
        long left;
        while ((left = nanoTime - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }
}
