package io.webchat.benchmark.read;

import io.webchat.benchmark.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of answer that people wait for.
 *
 * @param promise null if nothing is promised about it
 * @param paces how it is measured, each for itself
 * @param before done before each round, untimed
 * @param webChat asks the platform for it
 * @param store asks the bare store for as many documents; null if the answer is not the store's
 */
record Reading(
        String name,
        @Nullable Promise promise,
        List<ClosedLoop> paces,
        Runnable before,
        ClosedLoop.Call webChat,
        ClosedLoop.@Nullable Call store) {
    private static final int ROUNDS = 3;

    /**
     * What was found with so many readers at once: the medians of the rounds.
     *
     * @param holds whether the platform's figures are within the promise; null if there is none
     * @param perSecond answers to all readers together
     * @param store the same of the bare store; null if there is nothing to compare with
     */
    record Found(
            String name,
            int readers,
            int callsInARound,
            @Nullable Promise promise,
            @Nullable Boolean holds,
            Latency webChat,
            long perSecond,
            @Nullable Latency store) {}

    /** Once without looking at the time, then both sides in turns. */
    List<Found> measure() throws InterruptedException {
        var found = new ArrayList<Found>();
        for (var pace : paces) {
            before.run();
            pace.run(webChat);
            if (store != null) {
                pace.run(store);
            }
            found.add(measure(pace));
        }
        return found;
    }

    private Found measure(ClosedLoop pace) throws InterruptedException {
        var webChatRounds = new ArrayList<Latency>();
        var storeRounds = new ArrayList<Latency>();
        var rates = new long[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            before.run();
            var timed = pace.run(webChat);
            webChatRounds.add(Latency.of(timed.nanos()));
            rates[round] = timed.perSecond();
            if (store != null) {
                storeRounds.add(Latency.of(pace.run(store).nanos()));
            }
        }
        Arrays.sort(rates);
        var latency = Latency.median(webChatRounds);
        return new Found(
                name,
                pace.readers(),
                pace.readers() * pace.callsEach(),
                promise,
                promise == null ? null : promise.holds(latency),
                latency,
                rates[(ROUNDS - 1) / 2],
                storeRounds.isEmpty() ? null : Latency.median(storeRounds));
    }
}
