package io.webchat.support.compute;

import io.webchat.support.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes on a few platform threads, for callers that wait. On a virtual thread the same work would keep its carrier
 * to itself, and there are only as many carriers as processors: with one, nobody else would be answered meanwhile.
 * Platform threads share the processors with the carriers.
 *
 * <p>Who comes first is served first. <b>Limit.</b> A caller that is interrupted stops waiting, and the work goes on:
 * it has to end by itself, and keeps its thread until then.
 */
public final class ComputePool {
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final ExecutorService threads;
    private final Semaphore free;
    private final Duration maxWait;
    private final Supplier<ProblemException> busy;

    /**
     * Makes a pool whose threads end when there is nothing to do.
     *
     * @param name of its threads
     * @param size how much is computed at once
     * @param maxWait how long a caller waits for a thread
     * @param busy what one is told who has waited for so long, or was interrupted
     */
    public ComputePool(String name, int size, Duration maxWait, Supplier<ProblemException> busy) {
        var pool = new ThreadPoolExecutor(
                size,
                size,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
        this.free = new Semaphore(size, true);
        this.maxWait = maxWait;
        this.busy = busy;
    }

    /**
     * Computes something, and throws what the work throws.
     *
     * @param work knows nothing of the calling thread: neither its request nor its trace
     */
    public <T extends @Nullable Object> T compute(Supplier<T> work) {
        Callable<T> computed = work::get;
        var task = new FutureTask<>(computed);
        try {
            if (!free.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy.get();
            }
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    free.release();
                }
            });
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy.get();
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }
}
