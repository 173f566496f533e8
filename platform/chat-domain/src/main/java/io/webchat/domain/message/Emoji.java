package io.webchat.domain.message;

import java.util.regex.Pattern;

/** One emoji of Unicode, with its modifiers: what people see as one character. */
public record Emoji(String value) {
    /** The longest sequences that are recommended for interchange, families and flags of regions, have some 14. */
    private static final int MAX_CODE_POINTS = 20;

    private static final String AS_PICTURE = "\ufe0f";

    private static final Pattern ONE_CHARACTER = Pattern.compile("\\X");
    /** With the colour of a skin, as a picture, or as the flag of a region, whose letters are tags that nobody sees. */
    private static final String ELEMENT = "(?:[\\p{IsEmoji}&&[^0-9#*\\x{1f1e6}-\\x{1f1ff}]]"
            + "(?:\\p{IsEmoji_Modifier}|\\x{fe0f}|[\\x{e0020}-\\x{e007e}]+\\x{e007f})?)";

    /** Elements that are joined, the flag of a country, or a digit with the sign of a key around it: UTS #51, 1.4.9. */
    private static final Pattern EMOJI = Pattern.compile(
            ELEMENT + "(?:\\x{200d}" + ELEMENT + ")*" + "|[\\x{1f1e6}-\\x{1f1ff}]{2}" + "|[0-9#*]\\x{fe0f}?\\x{20e3}");

    public Emoji {
        if (value.codePointCount(0, value.length()) > MAX_CODE_POINTS
                || !ONE_CHARACTER.matcher(value).matches()
                || !EMOJI.matcher(value).matches()) {
            throw new IllegalArgumentException("must be one emoji");
        }
    }

    /** Whether people see the same: most emoji can be written with the sign that asks for a picture, or without. */
    public boolean looksLike(Emoji other) {
        return withoutSign().equals(other.withoutSign());
    }

    private String withoutSign() {
        return value.replace(AS_PICTURE, "");
    }

    @Override
    public String toString() {
        return value;
    }
}
