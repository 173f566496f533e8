package io.webchat.projection.search;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a word with umlauts the one that is written where there are none on the keyboard: {@code Müller} is also
 * {@code Mueller}. (That it is also {@code Muller} is the folding's business.)
 */
final class UmlautFilter extends TokenFilter {
    private static final Pattern UMLAUT = Pattern.compile("[äöüÄÖÜ]");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private AttributeSource.@Nullable State withUmlaut;

    UmlautFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (withUmlaut != null) {
            restoreState(withUmlaut);
            withUmlaut = null;
            var written = UMLAUT.matcher(term).replaceAll(found -> spelledOut(found.group()));
            term.setEmpty().append(written);
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (UMLAUT.matcher(term).find()) {
            withUmlaut = captureState();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        withUmlaut = null;
    }

    private static String spelledOut(String umlaut) {
        return switch (umlaut) {
            case "ä", "Ä" -> "ae";
            case "ö", "Ö" -> "oe";
            default -> "ue";
        };
    }
}
