package io.webchat.benchmark.command;

import io.webchat.benchmark.FailedCallException;
import io.webchat.benchmark.Latency;
import io.webchat.benchmark.Limit;
import io.webchat.client.load.OpenLoop;
import java.util.ArrayList;
import java.util.List;

/** Times both sides at the same steady pace, round by round in turns. A call that fails ends it. */
record SteadyPace(Pace pace, Limit limit) {

    /**
     * What came of it.
     *
     * @param holds whether WebChat's figure is within the limit
     * @param webChat the medians of its rounds
     * @param kafka the same of bare Kafka
     */
    record Comparison(
            Pace pace,
            Limit limit,
            boolean holds,
            Latency webChat,
            Latency kafka,
            List<Latency> webChatRounds,
            List<Latency> kafkaRounds) {}

    Comparison compare(Operation webChat, Operation kafka) {
        time(webChat, pace.warmUpSeconds());
        time(kafka, pace.warmUpSeconds());
        var webChatRounds = new ArrayList<Latency>();
        var kafkaRounds = new ArrayList<Latency>();
        for (var round = 0; round < pace.rounds(); round++) {
            webChatRounds.add(time(webChat, pace.roundSeconds()));
            kafkaRounds.add(time(kafka, pace.roundSeconds()));
        }
        var webChatMedian = Latency.median(webChatRounds);
        return new Comparison(
                pace,
                limit,
                limit.holds(webChatMedian),
                webChatMedian,
                Latency.median(kafkaRounds),
                webChatRounds,
                kafkaRounds);
    }

    private Latency time(Operation operation, int seconds) {
        var calls = new OpenLoop(pace.perSecond() * seconds, pace.perSecond()).run((index, due) -> {
            operation.call(index);
            return System.nanoTime() - due;
        });
        return Latency.of(FailedCallException.requireResults(calls));
    }
}
