package io.webchat.domain.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a text has code. It begins with a run of backticks and ends with the next run of the same length, as in
 * CommonMark. A fence that nothing ends goes on to the end of the text; a backtick that nothing ends is only a
 * backtick. Time linear in the length of the text, but for its runs of backticks.
 */
final class CodeSyntax {
    private static final int FENCE = 3;
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private CodeSyntax() {}

    /**
     * What code takes of a text, backticks included, and what lies within it. Ends are exclusive.
     *
     * @param isFence a block, three backticks or more; else it stands within a line
     */
    record Code(int start, int end, int from, int to, boolean isFence) {}

    private record Run(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** In the order of the text. */
    static List<Code> find(String content) {
        var runs = BACKTICKS
                .matcher(content)
                .results()
                .map(run -> new Run(run.start(), run.end()))
                .toList();
        var code = new ArrayList<Code>();
        for (var i = 0; i < runs.size(); i++) {
            var open = runs.get(i);
            var isFence = open.length() >= FENCE;
            var close = closing(runs, i);
            if (close < runs.size()) {
                var end = runs.get(close);
                code.add(new Code(open.start(), end.end(), open.end(), end.start(), isFence));
                i = close;
            } else if (isFence) {
                code.add(new Code(open.start(), content.length(), open.end(), content.length(), true));
                break;
            }
        }
        return code;
    }

    private static int closing(List<Run> runs, int opening) {
        var length = runs.get(opening).length();
        for (var i = opening + 1; i < runs.size(); i++) {
            if (runs.get(i).length() == length) {
                return i;
            }
        }
        return runs.size();
    }
}
