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

    /**
     * A name: without the white space around it, 1 to {@code max} characters (code points).
     *
     * @throws IllegalArgumentException if it has fewer or more
     */
    public static String name(String text, int max) {
        var stripped = text.strip();
        requireLength(stripped, 1, max);
        return stripped;
    }

    /**
     * Refuses halves of surrogate pairs, and texts with fewer or more characters (code points).
     *
     * @throws IllegalArgumentException if there is one, or if it is shorter or longer
     */
    public static void requireLength(String text, int min, int max) {
        requireCharacters(text);
        var length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw new IllegalArgumentException("must have " + min + " to " + max + " characters (has " + length + ")");
        }
    }
}
