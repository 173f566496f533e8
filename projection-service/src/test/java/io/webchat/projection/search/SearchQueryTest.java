package io.webchat.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.projection.search.SearchQuery.Filter;
import io.webchat.projection.search.SearchQuery.Text;
import io.webchat.support.problem.InvalidField;
import io.webchat.support.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchQueryTest {
    @Test
    void readsWordsPhrasesAndFilters() {
        var query = SearchQuery.parse("  depl* from:ada \"roll  back\" IN:general has:link has:image from:\"Ada L\" ");

        assertThat(query.text()).containsExactly(new Text("depl*", false), new Text("roll  back", true));
        assertThat(query.filters())
                .isEqualTo(Map.of(
                        Filter.FROM, List.of("ada", "Ada L"),
                        Filter.IN, List.of("general"),
                        Filter.HAS, List.of("link", "image")));
    }

    @ParameterizedTest
    @CsvSource({"http://example.org/from:ada", "12:30", "subject:hello", "say\"hi\""})
    void whatIsNoFilterIsText(String word) {
        assertThat(SearchQuery.parse(word)).isEqualTo(new SearchQuery(List.of(new Text(word, false)), Map.of()));
    }

    @Test
    void quotationMarksOfTelephonesAreQuotationMarks() {
        assertThat(SearchQuery.parse("“two words”").text()).containsExactly(new Text("two words", true));
    }

    @Test
    void aPhraseThatNobodyHasEndedGoesOnToTheEnd() {
        assertThat(SearchQuery.parse("say \"two words").text())
                .containsExactly(new Text("say", false), new Text("two words", true));
    }

    @ParameterizedTest
    @CsvSource({"from:, from", "'Has: x', has", "mentions:\"\", mentions"})
    void aFilterWithoutAValueIsNamed(String typed, String field) {
        assertThatThrownBy(() -> SearchQuery.parse(typed))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(InvalidField::field)
                                .containsExactly(field));
    }

    @Test
    void tooMuchIsRefused() {
        assertThatThrownBy(() -> SearchQuery.parse("x".repeat(SearchQuery.MAX_LENGTH + 1)))
                .hasMessage("q must have at most 500 characters.");
        assertThatThrownBy(() -> SearchQuery.parse("x ".repeat(SearchQuery.MAX_PARTS + 1)))
                .hasMessage("q must have at most 30 words and filters.");
        assertThat(SearchQuery.parse("x ".repeat(SearchQuery.MAX_PARTS)).text()).hasSize(SearchQuery.MAX_PARTS);
    }
}
