package io.webchat.projection.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.cache.NoCache;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.timeline.TallyDocument.Call;
import io.webchat.projection.timeline.UnreadCounts.Count;
import io.webchat.projection.timeline.UnreadCounts.Question;
import io.webchat.test.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Query;

/** How much is asked for, and held, when very much is unread. */
@ServiceTest
class UnreadCountsTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final long BLOCKS = 450;
    private static final long HEAD = BLOCKS * TallyDocument.SIZE - 30;

    private final WatchedStore store;
    private final TimelineRepository repository;
    private final UnreadCounts counts;
    private final UserId reader = new UserId(Ids.fresh());
    private final UserId other = new UserId(Ids.fresh());

    @Autowired
    UnreadCountsTest(MongoDatabaseFactory factory, MongoConverter converter, ViewFreshness freshness) {
        this.store = new WatchedStore(factory, converter);
        this.repository = new TimelineRepository(store, NoCache.caches());
        this.counts = new UnreadCounts(repository, freshness);
    }

    @Test
    void aLongHistoryIsCountedExactlyAFewTalliesAtATime() {
        var channel = history();
        var another = history();
        store.asked.clear();

        var found = counts.count(
                reader, List.of(new Question(channel, 1, Set.of()), new Question(another, HEAD - 100, Set.of())));

        // Of each hundred, one is the reader's, two are deleted, and two call the reader.
        assertThat(found.get(channel))
                .isEqualTo(new Count(HEAD, 1000 + BLOCKS, HEAD - 1 - 3 * BLOCKS + 1, 2 * BLOCKS, 4L));
        assertThat(found.get(another)).isEqualTo(new Count(HEAD, 1000 + BLOCKS, 97, 2, HEAD - 99));
        assertThat(store.asked)
                .hasSizeLessThan(10)
                .allSatisfy(ids -> assertThat(ids).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void whoHasReadEverythingAsksForTheEndAlone() {
        var channel = history();
        store.asked.clear();

        var found = counts.count(reader, List.of(new Question(channel, HEAD, Set.of())));

        assertThat(found.get(channel)).isEqualTo(new Count(HEAD, 1000 + BLOCKS, 0, 0, null));
        assertThat(store.asked).hasSize(2);
    }

    @Test
    void manyTimelinesAreCountedAFewAtATime() {
        var questions = LongStream.range(0, 450)
                .mapToObj(i -> TimelineKey.of(new ChannelId(Ids.fresh())))
                .map(timeline -> new Question(timeline, 0, Set.of()))
                .toList();

        assertThat(counts.count(reader, questions)).hasSize(450).containsValue(Count.NOTHING);
        assertThat(store.asked).hasSize(10).allSatisfy(ids -> assertThat(ids).hasSizeLessThanOrEqualTo(200));
    }

    /** The first of each hundred is the reader's, the second and third are deleted, the last ones call. */
    private TimelineKey history() {
        var timeline = TimelineKey.of(new ChannelId(Ids.fresh()));
        var name = timeline.name();
        var tallies = new ArrayList<TallyDocument>();
        for (var block = 0L; block < BLOCKS; block++) {
            var before = block * TallyDocument.SIZE;
            var last = Math.min(HEAD, before + TallyDocument.SIZE);
            var authors = Map.of(
                    reader.toString(),
                    List.of(before + 1),
                    other.toString(),
                    LongStream.rangeClosed(before + 4, last).boxed().toList());
            var calls = Stream.of(before + 4, before + 5)
                    .map(number -> new Call(number, other.toString(), List.of(reader.toString()), List.of(), false))
                    .toList();
            tallies.add(new TallyDocument(
                    TallyDocument.id(name, block),
                    1001 + block,
                    last,
                    AT,
                    authors,
                    List.of(before + 2, before + 3),
                    calls,
                    null));
        }
        var changes = new Changes<TallyDocument>(Map.of());
        tallies.forEach(changes::put);
        repository.saveTallies(changes);
        repository.saveHeads(Map.of(name, HEAD), Map.of(), Map.of());
        return timeline;
    }

    /** Remembers the ids that were asked for. */
    private static final class WatchedStore extends MongoTemplate {
        private final List<Collection<?>> asked = new ArrayList<>();

        WatchedStore(MongoDatabaseFactory factory, MongoConverter converter) {
            super(factory, converter);
        }

        @Override
        public <T> List<T> find(Query query, Class<T> type, String collection) {
            asked.add(ids(query));
            return super.find(query, type, collection);
        }

        @Override
        public <T> Stream<T> stream(Query query, Class<T> type, String collection) {
            asked.add(ids(query));
            return super.stream(query, type, collection);
        }

        private static Collection<?> ids(Query query) {
            return query.getQueryObject().get("_id", Document.class).get("$in", Collection.class);
        }
    }
}
