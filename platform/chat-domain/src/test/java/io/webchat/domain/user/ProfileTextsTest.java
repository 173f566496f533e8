package io.webchat.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"A", "Ada Lovelace", "Łódź 🦊", "12345678901234567890123456789012"})
    void displayNamesThatAreAllowed(String name) {
        assertThat(new DisplayName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\u200b", "123456789012345678901234567890123", "A\nB", "A\u0000", "A\u2028B", "\ud83e"
            })
    void displayNamesThatAreNot(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(name));
    }

    @Test
    void whiteSpaceAroundIsDropped() {
        assertThat(new DisplayName("  Ada ").value()).isEqualTo("Ada");
        assertThat(new StatusText("  at tea ").value()).isEqualTo("at tea");
    }

    @Test
    void aNameIsCountedAndKeptInItsComposedForm() {
        var decomposed = "e\u0301".repeat(32);

        assertThat(new DisplayName(decomposed).value()).isEqualTo("é".repeat(32));
        assertThat(new StatusText("cafe\u0301").value()).isEqualTo("café");
    }

    /** To bring them into their order takes minutes, and nobody else would be answered meanwhile. */
    @Test
    void marksWithoutEndAreRefusedBeforeTheyAreComposed() {
        var marks = "a" + "\u0315".repeat(250_000) + "\u0316".repeat(250_000);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DisplayName(marks))
                    .withMessage("must have 1 to 32 characters (has 500001)");
            assertThatIllegalArgumentException().isThrownBy(() -> new StatusText(marks));
        });
    }

    @Test
    void whatIsComposedOfManyIsCountedComposed() {
        var letter = "\u03b1\u0313\u0300\u0345";

        assertThat(new DisplayName(" " + letter.repeat(32)).value()).isEqualTo("\u1f82".repeat(32));
    }

    @Test
    void aNameIsCountedInCharactersAndNotInHalvesOfThem() {
        assertThat(new DisplayName("🦊".repeat(32)).value()).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisplayName("🦊".repeat(33)))
                .withMessage("must have 1 to 32 characters (has 33)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingIsAStatusToo(String nothing) {
        assertThat(new StatusText(nothing).value()).isEmpty();
    }

    @Test
    void aStatusHasALineOf128CharactersAtMost() {
        assertThat(new StatusText("x".repeat(128)).value()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> new StatusText("x".repeat(129)));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatusText("one\ntwo"));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatusText("\u200b"));
    }
}
