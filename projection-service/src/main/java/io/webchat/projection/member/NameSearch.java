package io.webchat.projection.member;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people type to find somebody: the beginning of a name, or of a word in it, whatever the case and the accents.
 *
 * @param folded the text without them; empty finds everybody
 */
record NameSearch(String folded) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    static NameSearch of(@Nullable String typed) {
        return new NameSearch(typed == null ? "" : fold(typed.strip()));
    }

    boolean findsEverybody() {
        return folded.isEmpty();
    }

    /** @param names of one person; null for one that they do not have */
    boolean finds(@Nullable String... names) {
        return findsEverybody() || Stream.of(names).anyMatch(name -> name != null && isIn(fold(name)));
    }

    private boolean isIn(String name) {
        for (var at = name.indexOf(folded); at >= 0; at = name.indexOf(folded, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(name.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
