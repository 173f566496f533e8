package io.webchat.benchmark.command;

import java.util.ArrayList;
import java.util.List;

/** Finds how many sends a second either side sustains; the two searches take turns, trial by trial. */
final class SustainedRate {
    private static final int TRIALS = 12;
    private static final int FIRST_WEBCHAT = 300;
    private static final int FIRST_KAFKA = 1_000;

    private final int limitMillis;

    SustainedRate(int limitMillis) {
        this.limitMillis = limitMillis;
    }

    /**
     * What a search found.
     *
     * @param perSecond the highest rate that held; 0 if none did
     * @param bounded whether a higher rate was tried and missed
     */
    record Found(int perSecond, boolean bounded, List<Trial> trials) {}

    /** Both of them, under the same limit of the 99th percentile. */
    record Comparison(int limitMillis, Found webChat, Found kafka) {}

    Comparison compare(Operation webChat, Operation kafka) {
        var webChatSearch = new Search(new RateSearch(FIRST_WEBCHAT, TRIALS), webChat, new ArrayList<>());
        var kafkaSearch = new Search(new RateSearch(FIRST_KAFKA, TRIALS), kafka, new ArrayList<>());
        while (!webChatSearch.rates().isOver() || !kafkaSearch.rates().isOver()) {
            webChatSearch.step(limitMillis);
            kafkaSearch.step(limitMillis);
        }
        return new Comparison(limitMillis, webChatSearch.found(), kafkaSearch.found());
    }

    private record Search(RateSearch rates, Operation send, List<Trial> trials) {
        void step(int limitMillis) {
            if (!rates.isOver()) {
                var trial = Trial.at(rates.next(), limitMillis, send);
                trials.add(trial);
                rates.tried(trial.holds());
            }
        }

        Found found() {
            return new Found(rates.highestHeld(), rates.isBounded(), trials);
        }
    }
}
