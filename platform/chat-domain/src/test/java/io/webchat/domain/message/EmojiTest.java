package io.webchat.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
    private static final String SCOTLAND = "\uD83C\uDFF4" + tags("gbsct");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👋",
                "❤️",
                "❤",
                "☺️",
                "👋🏽",
                "👩‍👩‍👧‍👦",
                "👩🏽‍🚀",
                "🏳️‍🌈",
                "🏴‍☠️",
                "🧑🏻‍❤️‍💋‍🧑🏿",
                "🇩🇪",
                "1️⃣",
                "#️⃣",
                "*⃣",
                "©️",
                "🫠"
            })
    void whatPeopleSeeAsOneEmojiIsOne(String emoji) {
        assertThat(new Emoji(emoji)).hasToString(emoji);
    }

    @Test
    void soIsTheFlagOfARegion() {
        assertThat(new Emoji(SCOTLAND)).hasToString(SCOTLAND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "ä",
                "1",
                "12",
                "#",
                "ok",
                "👋👋",
                "👋 ",
                " 👋",
                "👋a",
                "🇩🇪🇫🇷",
                "🇩",
                "👋\n",
                "\u0007",
                "👋\u0000",
                "👋\u0301",
                "<b>",
                "1️",
                "\u200d",
                "\ufe0f",
                "⃣",
                "👋\u200d",
                "❤️\ufe0f",
                "👋🏽🏽",
                "☺\ufe0e",
                "\ud83d"
            })
    void whatIsNoneOrMoreThanOneIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Emoji(text)).withMessage("must be one emoji");
    }

    @Test
    void tagsThatNobodySeesEndAndAreNotTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Emoji("👋" + Character.toString(0xe0067)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Emoji("🏴" + tags("a".repeat(20))));
    }

    private static String tags(String region) {
        var tags = new StringBuilder();
        region.chars().forEach(letter -> tags.appendCodePoint(0xe0000 + letter));
        return tags.appendCodePoint(0xe007f).toString();
    }
}
