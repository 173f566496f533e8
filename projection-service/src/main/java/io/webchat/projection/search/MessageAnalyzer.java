package io.webchat.projection.search;

import java.io.Reader;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;

/**
 * Cuts texts of any language into terms. Words as Unicode cuts them (UAX #29), and at dots and underscores; without
 * regard to case, accents and width (UTR #30); umlauts also as they are written without. Chinese, Japanese and Korean,
 * where words have no spaces between them, as pairs of characters: a phrase of pairs finds any part of a text.
 */
final class MessageAnalyzer extends Analyzer {
    /** For texts: single characters are terms beside the pairs, so that one alone is found too. */
    static final Analyzer OF_MESSAGES = new MessageAnalyzer(true);

    /** For what is searched: pairs, and a single character only if it stands alone. */
    static final Analyzer OF_QUERIES = new MessageAnalyzer(false);

    /**
     * In characters. Of a longer word this much is a term, of what is searched as well: folded, a few thousand
     * ligatures become more than an index takes.
     */
    private static final int LONGEST_TERM = 255;

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
    private static final NormalizeCharMap SEPARATORS = separators();
    /** Of people and roles, and channels that are named. */
    private static final Pattern MENTION = Pattern.compile("<(?:@&?|#)[0-9a-f-]{36}>");

    private final boolean withUnigrams;

    private MessageAnalyzer(boolean withUnigrams) {
        this.withUnigrams = withUnigrams;
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        CharFilter withoutMentions = new PatternReplaceCharFilter(MENTION, " ", reader);
        return new MappingCharFilter(SEPARATORS, withoutMentions);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        TokenStream terms = new TruncateTokenFilter(new ICUFoldingFilter(new UmlautFilter(words)), LONGEST_TERM);
        return new TokenStreamComponents(words, new CJKBigramFilter(terms, ALL_SCRIPTS, withUnigrams));
    }

    private static NormalizeCharMap separators() {
        var map = new NormalizeCharMap.Builder();
        map.add(".", " ");
        map.add("_", " ");
        map.add("\u2019", "'");
        return map.build();
    }
}
