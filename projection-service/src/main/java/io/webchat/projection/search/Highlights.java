package io.webchat.projection.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Marks what of a text a query has found, as the index has cut the text. */
final class Highlights {
    private static final UnifiedHighlighter HIGHLIGHTER = UnifiedHighlighter.builderWithoutSearcher(
                    MessageAnalyzer.OF_MESSAGES)
            .withBreakIterator(WholeBreakIterator::new)
            .withFormatter(new Matches())
            .withMaxLength(Integer.MAX_VALUE - 1)
            .build();

    private Highlights() {}

    /**
     * A part of a text.
     *
     * @param start in UTF-16 code units, as JavaScript counts
     * @param end exclusive
     */
    record Range(int start, int end) {}

    /** What was found, in the order of the text; what overlaps or touches is one. */
    static List<Range> of(Query query, String text) throws IOException {
        var found = HIGHLIGHTER.highlightWithoutSearcher(SearchFields.TEXT, query, text, 1);
        return found instanceof Ranges(List<Range> ranges) ? ranges : List.of();
    }

    private record Ranges(List<Range> ranges) {}

    private static final class Matches extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            var ranges = new ArrayList<Range>();
            for (var passage : passages) {
                for (var i = 0; i < passage.getNumMatches(); i++) {
                    ranges.add(new Range(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
                }
            }
            ranges.sort(Comparator.comparingInt(Range::start).thenComparing(Range::end));
            return new Ranges(merged(ranges));
        }

        private static List<Range> merged(List<Range> sorted) {
            var merged = new ArrayList<Range>();
            for (var range : sorted) {
                var last = merged.isEmpty() ? null : merged.getLast();
                if (last != null && range.start() <= last.end()) {
                    merged.set(merged.size() - 1, new Range(last.start(), Math.max(last.end(), range.end())));
                } else {
                    merged.add(range);
                }
            }
            return List.copyOf(merged);
        }
    }
}
