package io.webchat.benchmark.push;

import io.webchat.benchmark.FailedCallException;
import io.webchat.benchmark.Latency;
import io.webchat.client.load.OpenLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * How soon everybody in a channel of fifty has what was accepted, at 200 messages a second: from the 201 to the frame,
 * zero where the frame was first. Beside it, from the acknowledgement of a bare record to its consumer.
 */
record Room(int members, int perSecond, Latency webChat, Latency kafka) {
    static final double MOST_P50 = 4;
    static final double MOST_P99 = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Room measure(Community community, Connections connections, KafkaEcho kafka) throws Exception {
        connections.openUpTo(Plan.ROOM_MEMBERS, Plan.ROOM_MEMBERS, community::token);
        var webChat = new ArrayList<Latency>();
        var bare = new ArrayList<Latency>();
        // The first round is a rehearsal.
        for (var round = 0; round <= Plan.ROOM_ROUNDS; round++) {
            var ours = deliveries(community, connections);
            var theirs =
                    kafka.deliveries(Plan.ROOM_MESSAGES_PER_SECOND * Plan.ROOM_SECONDS, Plan.ROOM_MESSAGES_PER_SECOND);
            if (round > 0) {
                webChat.add(ours);
                bare.add(theirs);
            }
        }
        connections.requireAllOpen();
        return new Room(
                Plan.ROOM_MEMBERS, Plan.ROOM_MESSAGES_PER_SECOND, Latency.median(webChat), Latency.median(bare));
    }

    private static Latency deliveries(Community community, Connections connections) throws InterruptedException {
        var count = Plan.ROOM_MESSAGES_PER_SECOND * Plan.ROOM_SECONDS;
        var arrivals = new Arrivals(count, connections.size());
        connections.count(arrivals);
        var accepted = FailedCallException.requireResults(
                new OpenLoop(count, Plan.ROOM_MESSAGES_PER_SECOND).run((index, due) -> {
                    community.post(community.room(), index, arrivals.content(index));
                    return System.nanoTime();
                }));
        arrivals.awaitAll(PATIENCE);
        var latencies = new ArrayList<Long>();
        for (var message = 0; message < count; message++) {
            var since = accepted.get(message);
            Arrays.stream(arrivals.of(message)).forEach(time -> latencies.add(Math.max(0, time - since)));
        }
        return Latency.of(latencies);
    }
}
