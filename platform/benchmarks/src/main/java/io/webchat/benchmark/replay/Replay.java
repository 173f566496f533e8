package io.webchat.benchmark.replay;

import java.util.List;

/**
 * What came of some rounds, in which each side had its turn.
 *
 * @param rebuild the median of the rebuilds, in offsets of the log a second
 * @param consume the same of bare consumption of the same records, in records a second
 * @param write the same of bare bulk writes of one document each, in documents a second
 * @param atLeast what the rebuild has to reach: half of the smaller one of these two
 * @param rebuilds all of them
 */
record Replay(
        long offsets,
        long rebuild,
        long consume,
        long write,
        long atLeast,
        boolean holds,
        List<Rebuild.Found> rebuilds) {
    private static final int PART = 2;

    static Replay of(List<Rebuild.Found> rebuilds, List<Long> consumes, List<Long> writes) {
        var rebuild = median(rebuilds.stream().map(Rebuild.Found::perSecond).toList());
        var consume = median(consumes);
        var write = median(writes);
        var atLeast = Math.min(consume, write) / PART;
        return new Replay(rebuilds.getLast().offsets(), rebuild, consume, write, atLeast, rebuild >= atLeast, rebuilds);
    }

    private static long median(List<Long> rates) {
        return rates.stream().sorted().toList().get((rates.size() - 1) / 2);
    }
}
