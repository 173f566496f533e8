package io.webchat.projection.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSearchTest {
    @ParameterizedTest
    @CsvSource({
        "ada, Ada Lovelace, true",
        "LOVE, Ada Lovelace, true",
        "ada l, Ada Lovelace, true",
        "' ada ', Ada, true",
        "da, Ada, false",
        "lace, Ada Lovelace, false",
        "jose, José, true",
        "josé, Jose, true",
        "kata, ada_kata, true",
        "2, ada2, false",
        "ﬁ, Fiona, true",
        "王, 王小明, true"
    })
    void aNameIsFoundByItsBeginningOrThatOfAWordInIt(String typed, String name, boolean found) {
        assertThat(NameSearch.of(typed).finds(name)).isEqualTo(found);
    }

    @Test
    void anyNameThatSomebodyHasWillDo() {
        assertThat(NameSearch.of("b").finds("ada", "Ada", null)).isFalse();
        assertThat(NameSearch.of("b").finds("ada", "Ada", "Boss")).isTrue();
    }

    @Test
    void nothingTypedFindsEverybody() {
        assertThat(NameSearch.of(null).findsEverybody()).isTrue();
        assertThat(NameSearch.of("  ").finds("ada")).isTrue();
    }
}
