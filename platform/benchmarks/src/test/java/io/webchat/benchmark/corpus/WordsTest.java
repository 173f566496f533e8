package io.webchat.benchmark.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void a_message_always_says_the_same_and_has_its_rare_word() {
        assertThat(Words.text(17)).isEqualTo(Words.text(17)).contains(Words.rare(17));
        assertThat(Words.text(17)).isNotEqualTo(Words.text(18));
    }

    @Test
    void a_rare_word_comes_again_after_all_the_others() {
        var words = IntStream.range(0, Words.RARE).mapToObj(Words::rare).collect(Collectors.toSet());

        assertThat(words).hasSize(Words.RARE);
        assertThat(Words.rare(Words.RARE + 3)).isEqualTo(Words.rare(3));
    }

    @Test
    void no_rare_word_is_the_beginning_of_another_one_or_of_a_common_one() {
        assertThat(IntStream.range(0, Words.RARE).mapToObj(Words::rare)).allMatch(word -> word.length() == 6);
        var common = IntStream.range(0, 100)
                .mapToObj(Words::text)
                .flatMap(text -> Arrays.stream(text.split(" ")).skip(1));
        assertThat(common).noneMatch(word -> word.startsWith("zy"));
    }
}
