package io.webchat.benchmark.push;

import io.webchat.benchmark.FailedCallException;
import io.webchat.client.load.OpenLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What deliveries cost an instance: processor time of its whole process, less what it takes when nothing is delivered.
 * Of reading the log, each delivery bears its part.
 *
 * @param frameBytes of a message, which is what a bare write writes
 * @param bareMicros of a write to a socket in a bare loop
 * @param seldomBareMicros of the same when a round of the loop comes as seldom as the messages that come seldom
 * @param single of messages one after another, each in a write of its own, beside the bare loop
 * @param seldom of messages after each of which sockets and readers come to rest, beside the bare loop that rests too
 * @param bursts of messages that come together
 */
record FanOut(
        int subscribers,
        int frameBytes,
        double bareMicros,
        double seldomBareMicros,
        Cost single,
        Cost seldom,
        Cost bursts) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long IDLE_SECONDS = 5;

    /**
     * What was found.
     *
     * @param micros of processor time for a delivery
     * @param timesBare how many bare writes that is
     * @param mostTimesBare how many it may be
     * @param perSecond deliveries in a second, from the first of a message or burst to its last: the median
     */
    record Cost(double micros, double timesBare, double mostTimesBare, long perSecond) {
        boolean holds() {
            return timesBare <= mostTimesBare;
        }
    }

    private static final double SINGLE_LIMIT = 1.8;
    private static final double BURST_LIMIT = 1.0;

    static FanOut measure(Community community, Connections connections, ServiceProcess instance) throws Exception {
        var subscribers = connections.size();
        var idle = idleNanosPerSecond(instance);

        var single = new Arrivals(Plan.SINGLE_MESSAGES, subscribers);
        connections.count(single);
        var singleCost = new Meter(instance, idle);
        for (var message = 0; message < Plan.SINGLE_MESSAGES; message++) {
            community.post(community.channel(), message, single.content(message));
            single.await(message, PATIENCE);
        }
        var singleNanos = singleCost.nanos();
        single.awaitAll(PATIENCE);

        var seldom = new Arrivals(Plan.SELDOM_MESSAGES, subscribers);
        connections.count(seldom);
        var seldomCost = new Meter(instance, idle);
        FailedCallException.requireResults(
                new OpenLoop(Plan.SELDOM_MESSAGES, Plan.SELDOM_MESSAGES_PER_SECOND).run((index, due) -> {
                    community.post(community.channel(), index, seldom.content(index));
                    return true;
                }));
        seldom.awaitAll(PATIENCE);
        var seldomNanos = seldomCost.nanos();

        var burstNanos = 0L;
        var burstRates = new long[Plan.BURSTS];
        for (var burst = 0; burst < Plan.BURSTS; burst++) {
            var together = new Arrivals(Plan.BURST_MESSAGES, subscribers);
            connections.count(together);
            var burstCost = new Meter(instance, idle);
            postTogether(community, together);
            together.awaitAll(PATIENCE);
            burstNanos += burstCost.nanos();
            var times = LongStream.range(0, Plan.BURST_MESSAGES)
                    .flatMap(message -> Arrays.stream(together.of((int) message)))
                    .toArray();
            burstRates[burst] = perSecond(times.length, times);
        }
        connections.requireAllOpen();
        var bytes = single.frameBytes();
        var bare = BareWrites.microsPerWrite(subscribers, bytes, Duration.ZERO);
        var seldomBare = BareWrites.microsPerWrite(
                subscribers, bytes, Duration.ofSeconds(1).dividedBy(Plan.SELDOM_MESSAGES_PER_SECOND));
        return new FanOut(
                subscribers,
                bytes,
                rounded(bare),
                rounded(seldomBare),
                cost(singleNanos, (long) Plan.SINGLE_MESSAGES * subscribers, bare, SINGLE_LIMIT, rates(single)),
                cost(seldomNanos, (long) Plan.SELDOM_MESSAGES * subscribers, seldomBare, SINGLE_LIMIT, rates(seldom)),
                cost(
                        burstNanos,
                        (long) Plan.BURSTS * Plan.BURST_MESSAGES * subscribers,
                        bare,
                        BURST_LIMIT,
                        burstRates));
    }

    /** Deliveries in a second, of each message. */
    private static long[] rates(Arrivals arrivals) {
        return IntStream.range(0, arrivals.messages())
                .mapToLong(message -> {
                    var times = arrivals.of(message);
                    return perSecond(times.length, times);
                })
                .toArray();
    }

    private static Cost cost(long nanos, long deliveries, double bare, double limit, long[] rates) {
        var micros = nanos / 1_000.0 / deliveries;
        Arrays.sort(rates);
        return new Cost(rounded(micros), rounded(micros / bare), limit, rates[(rates.length - 1) / 2]);
    }

    private static void postTogether(Community community, Arrivals together) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = new ArrayList<Future<?>>();
            for (var i = 0; i < Plan.BURST_MESSAGES; i++) {
                var index = i;
                posts.add(threads.submit(() -> community.post(community.channel(), index, together.content(index))));
            }
            for (var post : posts) {
                post.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a message was not accepted: " + e.getCause(), e.getCause());
        }
    }

    private static double idleNanosPerSecond(ServiceProcess instance) throws InterruptedException {
        var meter = new Meter(instance, 0);
        Thread.sleep(Duration.ofSeconds(IDLE_SECONDS));
        return meter.nanos() / (double) IDLE_SECONDS;
    }

    private static long perSecond(int deliveries, long[] times) {
        var summary = Arrays.stream(times).summaryStatistics();
        return deliveries * 1_000_000_000L / Math.max(1, summary.getMax() - summary.getMin());
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Processor time since its making, less what would have been used anyway. */
    private static final class Meter {
        private final ServiceProcess instance;
        private final double idleNanosPerSecond;
        private final long cpu;
        private final long time = System.nanoTime();

        Meter(ServiceProcess instance, double idleNanosPerSecond) {
            this.instance = instance;
            this.idleNanosPerSecond = idleNanosPerSecond;
            this.cpu = instance.cpuNanos();
        }

        long nanos() {
            var elapsed = (System.nanoTime() - time) / 1e9;
            return Math.max(0, instance.cpuNanos() - cpu - Math.round(elapsed * idleNanosPerSecond));
        }
    }
}
