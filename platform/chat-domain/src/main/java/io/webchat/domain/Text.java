package io.webchat.domain;

import java.util.regex.Pattern;

/** What all texts that people write have in common. */
public final class Text {
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private Text() {}

    /** Whether there is no half of a surrogate pair. */
    public static boolean isWhole(String text) {
        return !HALF.matcher(text).find();
    }

    /**
     * Refuses halves of surrogate pairs: they are no characters, UTF-8 cannot carry them, and so they would be changed
     * on the way to a reader.
     *
     * @throws IllegalArgumentException if there is one
     */
    public static void requireCharacters(String text) {
        if (!isWhole(text)) {
            throw new IllegalArgumentException("must not contain halves of surrogate pairs");
        }
    }
}
