package io.webchat.domain.message;

import java.util.regex.Pattern;

/** One emoji of Unicode, with its modifiers: what people see as one character. */
public record Emoji(String value) {
    /** The longest sequences that are recommended for interchange, families and flags of regions, have some 14. */
    private static final int MAX_CODE_POINTS = 20;

    private static final Pattern ONE_CHARACTER = Pattern.compile("\\X");
    /** An emoji, a flag, or a digit with the sign of a key around it. */
    private static final Pattern EMOJI = Pattern.compile(
            "[\\p{IsEmoji}&&[^0-9#*]][\\p{IsEmoji_Modifier}\\p{IsEmoji_Component}\\x{fe0f}\\x{200d}\\p{IsEmoji}&&[^0-9#*]]*"
                    + "|[0-9#*]\\x{fe0f}?\\x{20e3}");

    public Emoji {
        if (value.codePointCount(0, value.length()) > MAX_CODE_POINTS
                || !ONE_CHARACTER.matcher(value).matches()
                || !EMOJI.matcher(value).matches()) {
            throw new IllegalArgumentException("must be one emoji");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
