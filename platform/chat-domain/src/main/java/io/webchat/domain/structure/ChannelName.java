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
    private static final Pattern GAPS = Pattern.compile("[\\s_-]+");

    public ChannelName {
        value = Text.name(value, MAX_LENGTH);
    }

    /**
     * The form in which names are compared: compatibility-normalised (NFKC), without regard to case, every run of white
     * space, dashes and underscores one dash. So {@code Off Topic} and {@code off-topic} are the same name.
     */
    public String key() {
        return keyOf(value);
    }

    static String keyOf(String name) {
        var normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return GAPS.matcher(normal.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT))
                .replaceAll("-");
    }
}
