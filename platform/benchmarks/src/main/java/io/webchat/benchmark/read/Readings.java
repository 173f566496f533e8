package io.webchat.benchmark.read;

import io.webchat.benchmark.corpus.Corpus;
import io.webchat.benchmark.corpus.Words;
import io.webchat.benchmark.store.BareStore;
import io.webchat.client.PageRequest;
import java.util.List;
import java.util.SplittableRandom;

/** All that is measured. */
record Readings(Readers readers, Corpus corpus, BareStore store) {
    /** Of the bare store, so that as many are looked through as it takes to find some of them. */
    static final int DOCUMENTS = 20_000;

    private static final int PAGE = 50;

    /** Only pages of the usual size are kept in the cache. */
    private static final int UNCACHED_PAGE = PAGE - 1;

    private static final int PEOPLE = 10;
    private static final int FOUND = 25;

    private static final List<ClosedLoop> MANY_CALLS =
            List.of(new ClosedLoop(1, 200), new ClosedLoop(Readers.NUMBER, 20));

    /** As many as there are servers that have changed: after that they are cached again. */
    private static final List<ClosedLoop> ONE_CALL_EACH =
            List.of(new ClosedLoop(1, Readers.NUMBER), new ClosedLoop(Readers.NUMBER, 1));

    private static final Runnable NOTHING = () -> {};

    List<Reading> all() {
        return List.of(
                new Reading(
                        "server list",
                        Promise.ofMedian(5),
                        MANY_CALLS,
                        NOTHING,
                        (reader, index) -> readers.get(reader).client().servers(),
                        (reader, index) -> find(index, 2)),
                new Reading(
                        "channel list, cached",
                        Promise.ofMedian(5),
                        MANY_CALLS,
                        NOTHING,
                        (reader, index) -> channels(reader),
                        (reader, index) -> find(index, 1)),
                new Reading(
                        "channel list, not cached",
                        null,
                        ONE_CALL_EACH,
                        readers::changeServers,
                        (reader, index) -> channels(index),
                        (reader, index) -> find(index, 1)),
                new Reading(
                        "newest page, cached",
                        Promise.ofMedian(10),
                        MANY_CALLS,
                        NOTHING,
                        (reader, index) -> page(reader, PageRequest.newest(PAGE), PAGE),
                        (reader, index) -> store.find(DOCUMENTS - PAGE, PAGE)),
                new Reading(
                        "newest page, not cached",
                        Promise.ofMedian(10),
                        MANY_CALLS,
                        NOTHING,
                        (reader, index) -> page(reader, PageRequest.newest(UNCACHED_PAGE), UNCACHED_PAGE),
                        (reader, index) -> store.find(DOCUMENTS - UNCACHED_PAGE, UNCACHED_PAGE)),
                new Reading(
                        "deep page",
                        Promise.ofMedian(20),
                        MANY_CALLS,
                        NOTHING,
                        (reader, index) -> page(reader, PageRequest.after(deep(index), PAGE), PAGE),
                        (reader, index) -> find(index, PAGE)),
                new Reading(
                        "user look-up",
                        Promise.ofMedian(10),
                        MANY_CALLS,
                        NOTHING,
                        (reader, index) -> people(reader),
                        (reader, index) -> find(index, PEOPLE)),
                new Reading(
                        "search",
                        null,
                        MANY_CALLS,
                        NOTHING,
                        (reader, index) -> search(reader, Words.rare(index)),
                        null));
    }

    private void channels(int reader) {
        var one = readers.get(reader);
        one.client().server(one.server());
    }

    private void page(int reader, PageRequest page, int size) {
        require(
                size,
                readers.get(reader).client().messages(corpus.largest(), page).messages());
    }

    private void people(int reader) {
        require(PEOPLE, readers.get(reader).client().users(readers.ids().subList(0, PEOPLE)));
    }

    private void search(int reader, String words) {
        var found = readers.get(reader).client().search(words, FOUND).messages();
        if (found.isEmpty()) {
            throw new IllegalStateException("nothing was found that says " + words);
        }
    }

    /** Somewhere in the channel, always elsewhere, with a whole page after it. */
    private long deep(int index) {
        return new SplittableRandom(index).nextLong(corpus.sizeOfLargest() - PAGE);
    }

    /** Always elsewhere, too. */
    private void find(int index, int count) {
        store.find(new SplittableRandom(index).nextInt(DOCUMENTS - count + 1), count);
    }

    private static void require(int expected, List<?> found) {
        if (found.size() != expected) {
            throw new IllegalStateException("answered with " + found.size() + " (expected: " + expected + ")");
        }
    }
}
