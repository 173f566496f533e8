package io.webchat.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageEvent;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index is a function of the log: however often, and in whatever pieces, it is read. */
class SearchLawsTest {
    private static final LogEpoch EPOCH = new LogEpoch("epoch");
    private static final int PARTITION = 5;

    @TempDir
    private Path directory;

    private final List<MessageEvent> log = SearchHistory.events();
    private Map<String, SortedSet<String>> expected = Map.of();
    private int indexes;

    @BeforeEach
    void readsAllInOnePiece() throws IOException {
        expected = content(index -> apply(index, 0, log.size()));

        assertThat(expected).hasSize(4);
        assertThat(expected.values().toString())
                .contains("text edited@", "text again@", "mention " + SearchHistory.AUTHOR)
                .doesNotContain("second", "race", "late", "link");
    }

    @Test
    void theSameLogTwiceGivesTheSameIndex() throws IOException {
        assertThat(content(index -> {
                    apply(index, 0, log.size());
                    apply(index, 0, log.size());
                }))
                .isEqualTo(expected);
    }

    @Test
    void redeliveredPiecesOfAnySizeGiveTheSameIndexWhetherItWasRefreshedBetweenOrNot() throws IOException {
        for (var seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var found = content(index -> {
                for (var done = 0; done < log.size(); ) {
                    var from = random.nextInt(done + 1);
                    done = Math.min(log.size(), done + 1 + random.nextInt(4));
                    apply(index, from, done);
                    if (random.nextBoolean()) {
                        index.refresh();
                    }
                }
            });

            assertThat(found).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void anInterruptionAfterAnyEventIsMadeGoodFromAnyCommitBeforeIt() throws IOException {
        for (var committed = 0; committed <= log.size(); committed++) {
            for (var reached : List.of(committed, Math.min(log.size(), committed + 4))) {
                var path = next();
                try (var interrupted = SearchIndex.open(path, EPOCH)) {
                    apply(interrupted, 0, committed);
                    commit(interrupted, committed);
                    apply(interrupted, committed, reached);
                }
                try (var resumed = SearchIndex.open(path, EPOCH)) {
                    var position = (int) resumed.committed()[PARTITION];
                    assertThat(position).isEqualTo(committed);
                    apply(resumed, position, log.size());
                    commit(resumed, log.size());
                }

                assertThat(SearchIndexContent.of(path))
                        .as("committed %d, interrupted at %d", committed, reached)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void positionsThatAreBehindWhatWasCommittedGiveTheSameIndex() throws IOException {
        for (var position = 0; position <= log.size(); position++) {
            var from = position;
            assertThat(content(index -> {
                        apply(index, 0, log.size());
                        commit(index, from);
                        apply(index, from, log.size());
                    }))
                    .as("position %d", from)
                    .isEqualTo(expected);
        }
    }

    @Test
    void anInterruptOfWhoeverRefreshesCostsTheIndexNothing() throws IOException {
        var found = content(index -> {
            for (var event = 0; event < log.size(); event++) {
                apply(index, event, event + 1);
                refreshInterrupted(index);
            }
        });

        assertThat(found).isEqualTo(expected);
    }

    /** It may be done before the interrupt is noticed. */
    private static void refreshInterrupted(SearchIndex index) throws IOException {
        Thread.currentThread().interrupt();
        try {
            index.refresh();
        } catch (ProblemException e) {
            assertThat(e.type()).isEqualTo(ProblemType.REQUEST_TIMEOUT);
        } finally {
            assertThat(Thread.interrupted()).as("the interrupt is still there").isTrue();
        }
    }

    @Test
    void anIndexOfAnotherLogIsBuiltAnew() throws IOException {
        var path = next();
        written(path);

        try (var other = SearchIndex.open(path, new LogEpoch("another"))) {
            assertThat(other.committed()).containsOnly(0);
            assertThat(other.size()).isZero();
        }
    }

    @Test
    void anIndexThatCannotBeReadIsBuiltAnew() throws IOException {
        var path = next();
        written(path);
        try (var files = Files.list(path)) {
            for (var file : files.filter(SearchLawsTest::isContent).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }

        try (var again = SearchIndex.open(path, EPOCH)) {
            assertThat(again.committed()).containsOnly(0);
            apply(again, 0, log.size());
            commit(again, log.size());
        }
        assertThat(SearchIndexContent.of(path)).isEqualTo(expected);
    }

    private static boolean isContent(Path file) {
        return !file.getFileName().toString().equals("write.lock");
    }

    private void written(Path path) throws IOException {
        try (var index = SearchIndex.open(path, EPOCH)) {
            apply(index, 0, log.size());
            commit(index, log.size());
        }
    }

    private Path next() {
        return directory.resolve("index-" + indexes++);
    }

    private interface Work {
        void on(SearchIndex index) throws IOException;
    }

    private Map<String, SortedSet<String>> content(Work work) throws IOException {
        var path = next();
        try (var index = SearchIndex.open(path, EPOCH)) {
            work.on(index);
            commit(index, log.size());
        }
        return SearchIndexContent.of(path);
    }

    private void apply(SearchIndex index, int from, int to) {
        log.subList(from, to).forEach(event -> {
            try {
                SearchProjection.apply(event, index);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void commit(SearchIndex index, int position) throws IOException {
        var positions = new long[Topic.PARTITIONS];
        positions[PARTITION] = position;
        index.commit(positions);
    }
}
