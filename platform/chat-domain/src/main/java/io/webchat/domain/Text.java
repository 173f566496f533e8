package io.webchat.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What all texts that people write have in common. */
public final class Text {
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    /** All but \n, \t and \r, which is kept for those whose lines end with \r\n. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t\\r]]");

    /** The separators of lines and paragraphs are no control characters in Unicode, and do the same. */
    private static final Pattern CONTROL_OR_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    /**
     * What shows nothing by itself: the Default_Ignorable_Code_Point of Unicode (UAX #44), which Java does not know,
     * with the code points that are reserved for it; and what is not in it for historical reasons: anchors of
     * annotations, controls of hieroglyphs, a filler of Khitan and a note without a head.
     */
    private static final String INVISIBLE =
            "\\x{ad}\\x{34f}\\x{61c}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}"
                    + "\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{206f}\\x{3164}\\x{fe00}-\\x{fe0f}\\x{feff}\\x{ffa0}"
                    + "\\x{fff0}-\\x{fffb}\\x{13430}-\\x{1343f}\\x{16fe4}\\x{1bca0}-\\x{1bca3}\\x{1d159}\\x{1d173}-\\x{1d17a}"
                    + "\\x{e0000}-\\x{e0fff}";

    private static final Pattern INVISIBLE_ONES = Pattern.compile("[" + INVISIBLE + "]+");

    /** Neither of these nor a separator, a control or format character, or the empty Braille pattern. */
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\x{2800}" + INVISIBLE + "]");

    /** Of so many characters one is composed at most (UAX #15, maximum expansion). */
    private static final int MOST_COMPOSED = 4;

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
     * A text of one line: without the white space around it, 1 to {@code max} characters (code points), something
     * visible among them, no control characters.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static String name(String text, int max) {
        var stripped = text.strip();
        requireLength(stripped, 1, max);
        requireNoControls(text);
        requireVisible(stripped);
        return stripped;
    }

    /**
     * A text in the composed form of Unicode (NFC). One that has more than {@code max} characters in that form too,
     * without the white space around it, may be refused at once: what it takes to compose a text grows with the square
     * of the marks that follow one another.
     *
     * @throws IllegalArgumentException if it certainly has more
     */
    public static String composed(String text, int max) {
        var stripped = text.strip();
        var length = stripped.codePointCount(0, stripped.length());
        if (length > MOST_COMPOSED * max) {
            throw ofLength(1, max, length);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
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
            throw ofLength(min, max, length);
        }
    }

    private static IllegalArgumentException ofLength(int min, int max, int length) {
        return new IllegalArgumentException("must have " + min + " to " + max + " characters (has " + length + ")");
    }

    /**
     * Refuses what shows nothing: only white space and other characters that nobody sees.
     *
     * @throws IllegalArgumentException if there is nothing to see
     */
    public static void requireVisible(String text) {
        if (!VISIBLE.matcher(text).find()) {
            throw new IllegalArgumentException("must not be blank");
        }
    }

    /**
     * The text without the characters that show nothing by themselves, such as joiners, selectors of variants, marks of
     * direction, soft hyphens and fillers; white space stays. To compare by, not to show: emoji are written with them.
     */
    public static String withoutInvisible(String text) {
        return INVISIBLE_ONES.matcher(text).replaceAll("");
    }

    /**
     * Refuses control characters in a text of several lines; line feed, carriage return and tabulator are part of such
     * a text, and stay as they are.
     *
     * @throws IllegalArgumentException if there is one; it says which
     */
    public static void requireNoControlsButLines(String text) {
        refuse(CONTROL, text);
    }

    /**
     * Refuses control characters, and whatever begins a new line, in a text of one line.
     *
     * @throws IllegalArgumentException if there is one; it says which
     */
    public static void requireNoControls(String text) {
        refuse(CONTROL_OR_LINE, text);
    }

    private static void refuse(Pattern characters, String text) {
        var refused = characters.matcher(text);
        if (refused.find()) {
            throw new IllegalArgumentException("must not contain the control character U+%04X"
                    .formatted(refused.group().codePointAt(0)));
        }
    }
}
