package io.webchat.benchmark.command;

import io.webchat.benchmark.FailedCallException;
import io.webchat.client.load.OpenLoop;
import io.webchat.client.load.Percentiles;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Some seconds of sends at one rate.
 *
 * @param failed how many were refused or not answered
 * @param p99 in milliseconds, of those that were answered; null if it ended early, since it then says nothing
 * @param holds whether 99 of 100 sends were answered within the limit; one that failed was not
 */
record Trial(int perSecond, int failed, @Nullable Double p99, boolean holds) {
    private static final int SECONDS = 5;

    /** Tries a rate. */
    static Trial at(int perSecond, int limitMillis, Operation send) {
        var count = perSecond * SECONDS;
        var calls = new OpenLoop(count, perSecond, hopeless(count, perSecond, limitMillis)).run((index, due) -> {
            send.call(index);
            return System.nanoTime() - due;
        });
        return of(perSecond, limitMillis, count, calls);
    }

    /**
     * With more sends than this under way it cannot hold any more: more than one of 100 is then older than the limit.
     * There is no point in burying what is measured below a backlog that the next trial has to wait for.
     */
    static int hopeless(int count, int perSecond, int limitMillis) {
        return Math.ceilDiv(perSecond * limitMillis, 1_000) + Math.ceilDiv(count, 100);
    }

    static Trial of(int perSecond, int limitMillis, int count, List<Future<Long>> calls) {
        var answered = calls.stream()
                .filter(call -> call.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .toList();
        if (answered.isEmpty()) {
            // That is no figure: what was to be measured is gone.
            throw new FailedCallException(calls.getFirst().exceptionNow());
        }
        var inTime = answered.stream()
                .filter(nanos -> nanos < TimeUnit.MILLISECONDS.toNanos(limitMillis))
                .count();
        var complete = calls.size() == count;
        return new Trial(
                perSecond,
                calls.size() - answered.size(),
                complete ? new Percentiles(answered).millis(99) : null,
                inTime >= Math.ceilDiv(count * 99, 100));
    }
}
