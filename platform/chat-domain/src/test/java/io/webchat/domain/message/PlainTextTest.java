package io.webchat.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private static final UnaryOperator<String> NAMED = text -> text.replace("<@ben>", "@ben");

    /** The cases that the web app is held to as well. */
    static Stream<Arguments> examples() throws IOException {
        return Files.readAllLines(Path.of("examples", "plain-text.tsv")).stream()
                .map(line -> line.replace("\\n", "\n").split("\t", -1))
                .map(pair -> Arguments.of(pair[0], pair[1]));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysWhatIsSaidWithoutLooks(String content, String expected) {
        assertThat(PlainText.of(content, NAMED)).isEqualTo(expected);
    }

    @Test
    void namesStandInPlaceOfMentionsOutsideCode() {
        assertThat(PlainText.of("> **<@ben>** `<@ben>` [to <b>](https://x.example)\n```\n<@ben>\n```", NAMED))
                .isEqualTo("@ben <@ben> [to <b>](https://x.example)\n<@ben>");
    }

    @Test
    void takesNoDepthThatGrowsWithTheText() {
        var brackets = "[a](https://a" + "(a)".repeat(1_300) + ")";
        var word = "a".repeat(3_900);

        assertThat(PlainText.of(brackets, NAMED)).isEqualTo(brackets);
        assertThat(PlainText.of("[" + word + "](https://" + word + ")", NAMED)).isEqualTo(word);
        assertThat(PlainText.of("||" + word + "||", NAMED)).isEqualTo(PlainText.SPOILER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "# x\n",
                "*",
                "_a",
                "`",
                "**a",
                "1. x\n",
                "~~",
                "https://(",
                "||a",
                "||",
                "[a](",
                "[",
                "[a](https://(",
                "[a](https://x",
                "x\n",
                "```\n"
            })
    void takesNoTimeThatGrowsFasterThanTheTextDoes(String mark) {
        var text = mark.repeat(MessageContent.MAX_LENGTH / mark.length());
        // Much longer than it takes, and much shorter than it would take if each mark doubled the time.
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> PlainText.of(text, NAMED));
    }
}
