package io.webchat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.message.MessageContent;
import io.webchat.domain.structure.ServerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"x\ud83d", "\udc4bx", "\udc4b\ud83d"})
    void halvesOfCharactersAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageContent(text))
                .withMessageContaining("surrogate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerName(text))
                .withMessageContaining("surrogate");
    }

    @Test
    void wholeOnesAreNot() {
        assertThat(new MessageContent("\ud83d\udc4b").value()).isEqualTo("\ud83d\udc4b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u00a0",
                "\u3000",
                "\u2060",
                "\ufeff",
                "\u180e",
                "\u2028",
                "\u00ad",
                "\u202e",
                "\u3164",
                "\u115f",
                "\u2800",
                "\ufe0f",
                "\u034f",
                "\udb40\udd00",
                "\udb40\udc41",
                "\u2065",
                "\ufff0",
                "\udb40\udfff",
                "\ud834\udd59",
                "\ud81b\udfe4",
                " \u200b\u00a0 \u200d"
            })
    void whatShowsNothingIsBlank(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageContent(text))
                .withMessage("must not be blank");
        assertThatIllegalArgumentException().isThrownBy(() -> new ServerName(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u000b", "\u000c"})
    void controlCharactersAreRefused(String control) {
        var named = "must not contain the control character U+%04X".formatted((int) control.charAt(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageContent("a" + control + "b"))
                .withMessage(named);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerName("a" + control + "b"))
                .withMessage(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\rb", "a\n", "\u2028a", "a\u2029"})
    void aNameHasOneLineAndAMessageMayHaveMore(String text) {
        assertThat(new MessageContent(text).value()).isEqualTo(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerName(text))
                .withMessageContaining("control character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u200db",
                "\ud83d\udc69\u200d\ud83d\ude80",
                "\u2764\ufe0f",
                "\u3164a",
                "\u00a0.",
                "\u0301",
                "\ue000"
            })
    void whatShowsSomethingIsKeptAsWritten(String text) {
        assertThat(new MessageContent(text).value()).isEqualTo(text);
        assertThat(new ServerName(text).value()).isEqualTo(text);
    }
}
