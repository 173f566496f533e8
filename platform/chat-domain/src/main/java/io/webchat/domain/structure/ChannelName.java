package io.webchat.domain.structure;

import io.webchat.domain.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a channel or a category is called: 1 to 100 characters (code points), without white space around it. Shown as
 * written, unique within its server by its {@link #key()}.
 */
public record ChannelName(String value) {
    public static final int MAX_LENGTH = 100;
    private static final String BLANK = "\\s\\p{Z}\\x{2800}";
    private static final Pattern GAPS = Pattern.compile("[" + BLANK + "_-]+");
    private static final Pattern EDGES = Pattern.compile("^[" + BLANK + "]+|[" + BLANK + "]+$");

    public ChannelName {
        value = Text.name(value, MAX_LENGTH);
    }

    /**
     * The form in which names are compared, which is that of Unicode for identifiers (NFKC_Casefold): compatibility-
     * normalised, without regard to case, without what nobody sees; and every run of white space, dashes and
     * underscores is one dash. So {@code Off Topic} and {@code off-topic} are the same name, as are two with the same
     * emoji, however these are joined and whichever variants of them are selected.
     */
    public String key() {
        return keyOf(value);
    }

    static String keyOf(String name) {
        var normal = normal(Text.withoutInvisible(name));
        // Some letters have an upper case of several letters, and one of them is the lower case of another: ẞ, ß, SS.
        var folded =
                normal(normal.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        return GAPS.matcher(EDGES.matcher(folded).replaceAll("")).replaceAll("-");
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
