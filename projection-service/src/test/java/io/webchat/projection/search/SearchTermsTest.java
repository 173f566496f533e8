package io.webchat.projection.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageChange;
import io.webchat.log.LogEpoch;
import io.webchat.projection.search.SearchIndex.Hits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words find which texts, and what of them is marked. */
class SearchTermsTest {
    @TempDir
    private Path directory;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private SearchIndex index;

    @BeforeEach
    void open() throws IOException {
        index = SearchIndex.open(directory.resolve("index"), new LogEpoch("epoch"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The deployment failed            | deployment          | The [deployment] failed
            The deployment failed            | DEPL                | The [deployment] failed
            The deployment failed            | depl*               | The [deployment] failed
            The deployment failed            | fail deploy         | The [deployment] [failed]
            The deployment failed            | "deployment failed" | The [deployment failed]
            Lunch at the café, as ever       | cafe                | Lunch at the [café], as ever
            Lunch at the cafe, as ever       | CAFÉ                | Lunch at the [cafe], as ever
            Grüße von Jürgen Müller          | grusse              | [Grüße] von Jürgen Müller
            Grüße von Jürgen Müller          | Mueller             | Grüße von Jürgen [Müller]
            Grüße von Jürgen Müller          | muller              | Grüße von Jürgen [Müller]
            Grüsse von Juergen Mueller       | "jürgen müller"     | Grüsse von [Juergen Mueller]
            Straße gesperrt                  | strasse             | [Straße] gesperrt
            来週、東京タワーに行きます       | 東京                | 来週、[東京]タワーに行きます
            来週、東京タワーに行きます       | タワー              | 来週、東京[タワー]に行きます
            来週、東京タワーに行きます       | 東                  | 来週、[東]京タワーに行きます
            我们明天去北京开会               | 北京                | 我们明天去[北京]开会
            오늘 서버에 배포했습니다         | 배포                | 오늘 서버에 [배포]했습니다
            ＦＵＬＬ ｗｉｄｔｈ              | full                | [ＦＵＬＬ] ｗｉｄｔｈ
            io.webchat.TimelineReader throws | timelinereader      | io.webchat.[TimelineReader] throws
            io.webchat.TimelineReader throws | webchat.timelinereader | io.[webchat.TimelineReader] throws
            the max_poll_records setting     | poll                | the max_[poll]_records setting
            see https://example.org/a-guide  | example             | see https://[example].org/a-guide
            we don’t know                    | don't               | we [don’t] know
            well done 🎉                     | 🎉                  | well done [🎉]
            привет, как дела                 | ПРИВ                | [привет], как дела
            """)
    void finds(String text, String typed, String marked) throws IOException {
        assertThat(marked(text, typed)).isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The deployment failed        | "depl"
            The deployment failed        | "failed deployment"
            The deployment failed        | deployment succeeded
            The deployment failed        | ployment
            来週、東京タワーに行きます   | 京東
            来週、東京タワーに行きます   | 行東
            see you <@01890000-0000-7000-8000-000000000000> | 0189
            see <#01890000-0000-7000-8000-000000000000> | 0189
            a word                       | "w"
            """)
    void doesNotFind(String text, String typed) throws IOException {
        assertThat(marked(text, typed)).isNull();
    }

    /** Each ligature stands for eighteen letters: an index takes no such term whole. */
    @Test
    void aWordThatIsTooLongForAnIndexIsFoundToo() throws IOException {
        var ligatures = "\ufdfa".repeat(4_000);

        assertThat(marked(ligatures, ligatures.substring(0, 500))).isEqualTo("[" + ligatures + "]");
    }

    @Test
    void anEditCountsThoughOneBeforeItCouldNotBeIndexed() {
        var posted = SearchHistory.posted("first");
        var edit = new MessageChange.Edited(
                posted.serverId(),
                posted.channelId(),
                posted.messageId(),
                posted.authorId(),
                2,
                "third",
                null,
                posted.at());

        assertThat(SearchDocument.of(posted).evolve(edit).said())
                .isNotNull()
                .extracting(SearchDocument.Said::content)
                .isEqualTo("third");
    }

    @Test
    void aSearchEndsWhenItsTimeIsOverAndSaysSo() throws IOException {
        for (var i = 0; i < 1_000; i++) {
            index.put(SearchDocument.of(SearchHistory.posted("The deployment failed " + i)));
        }
        index.refresh();
        var query = SearchTerms.of(criteria("deployment"), SearchTerms.textOf(criteria("deployment")));

        assertThat(index.search(query, null, 10, Duration.ZERO).isComplete()).isFalse();
        assertThat(index.search(query, null, 10, PATIENCE))
                .returns(true, Hits::isComplete)
                .extracting(Hits::hits)
                .satisfies(hits -> assertThat(hits).hasSize(10));
    }

    private String marked(String text, String typed) throws IOException {
        var posted = SearchHistory.posted(text);
        index.put(SearchDocument.of(posted));
        index.refresh();
        var query = SearchTerms.textOf(criteria(typed)).orElseThrow();
        if (index.search(SearchTerms.of(criteria(typed), Optional.of(query)), null, 1)
                .hits()
                .isEmpty()) {
            return null;
        }
        var result = new StringBuilder(text);
        for (var range : Highlights.of(query, text).reversed()) {
            result.insert(range.end(), ']').insert(range.start(), '[');
        }
        return result.toString();
    }

    private static SearchCriteria criteria(String typed) {
        return new SearchCriteria(
                SearchQuery.parse(typed).text(),
                Set.of(),
                Set.of(SearchHistory.CHANNEL),
                Set.of(),
                Set.of(),
                Long.MIN_VALUE,
                Long.MAX_VALUE);
    }
}
