package io.webchat.benchmark.push;

import io.webchat.client.load.Millis;
import java.time.Duration;
import java.util.Arrays;

/**
 * How soon the last of very many recipients has a message that was accepted.
 *
 * @param millis the median of some messages, each sent when the one before had arrived everywhere
 */
record Reach(int recipients, double millis) {
    private static final int MESSAGES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Reach measure(Community community, Connections connections) throws InterruptedException {
        var times = new long[MESSAGES];
        for (var message = 0; message < MESSAGES; message++) {
            var arrivals = new Arrivals(1, connections.size());
            connections.count(arrivals);
            community.post(community.channel(), message, arrivals.content(0));
            var accepted = System.nanoTime();
            arrivals.awaitAll(PATIENCE);
            times[message] = arrivals.last(0) - accepted;
        }
        connections.requireAllOpen();
        Arrays.sort(times);
        return new Reach(connections.size(), Millis.of(times[MESSAGES / 2]));
    }
}
