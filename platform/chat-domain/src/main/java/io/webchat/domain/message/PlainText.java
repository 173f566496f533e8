package io.webchat.domain.message;

import io.webchat.domain.message.CodeSyntax.Code;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message says without its looks, for one who does not see it as Markdown: the marks of quotes, headings,
 * emphasis, links and code are left out, items of lists have a bullet or their number, lines that say nothing are left
 * out, and what a spoiler hides is not told. It is the rule of the web app ({@code frontend/src/markdown/plain.ts});
 * the cases in {@code platform/chat-domain/examples/plain-text.tsv} hold both to it.
 *
 * <p>Not told as the web app does: lists are numbered as they are written, and text deeper than four quotes keeps its
 * marks all the same. Time linear in the length of the text, but for its code.
 */
public final class PlainText {
    /** Stands in place of what a spoiler hides: whoever shows the text says so in words. */
    public static final String SPOILER = "||…||";

    /** Stands for code, whose characters mean nothing else. */
    private static final String CODE = "\uE000";

    private static final String ADDRESS = "[^\\s<>()\"" + CODE + "]";

    private static final Pattern QUOTES = Pattern.compile("(?:>(?: |$)){1,4}");
    private static final Pattern HEADING = Pattern.compile("#{1,3}[ \\t]+(?=\\S)");
    private static final Pattern ITEM = Pattern.compile("[ \\t]*(?:[-*]|(?<number>\\d{1,9})[.)])[ \\t]+(?=\\S)");
    private static final Pattern CONTINUATION = Pattern.compile("(?: {2,}|\\t)[ \\t]*(?=\\S)");
    private static final Pattern INFO = Pattern.compile("[\\w+#.-]*[ \\t]*\\n");
    private static final Pattern INLINE = Pattern.compile(
            String.join(
                    "|",
                    "\\bhttps?://[^\\s<>\"" + CODE + "]+",
                    "\\[(?<label>(?:(?!\\|\\|)[^\\[\\]<>\\n])+)]" + "\\((?:https?://|mailto:)" + ADDRESS + "+(?:\\("
                            + ADDRESS + "*\\)" + ADDRESS + "*){0,8}\\)",
                    "\\|\\|(?<spoiler>(?!\\s)(?:(?!\\|\\|)[^\\n])+(?<!\\s))\\|\\|",
                    "\\*\\*(?<strong>(?!\\s)[^*\\n]+(?<!\\s))\\*\\*",
                    "(?<![\\w*])\\*(?<star>(?!\\s)[^*\\n]+(?<!\\s))\\*(?![\\w*])",
                    "(?<![\\w_])_(?<line>(?!\\s)[^_\\n]+(?<!\\s))_(?![\\w_])",
                    "~~(?<gone>(?!\\s)[^~\\n]+(?<!\\s))~~"),
            Pattern.CASE_INSENSITIVE);
    private static final List<String> LOOKS = List.of("label", "strong", "star", "line", "gone");

    private final String content;
    private final List<Code> code;

    /** The content, as long, with code that says nothing. */
    private final String masked;

    private final UnaryOperator<String> named;
    private final StringBuilder said = new StringBuilder();
    private boolean inItem;

    private PlainText(String content, UnaryOperator<String> named) {
        this.content = content;
        this.code = CodeSyntax.find(content);
        this.masked = masked(content, code);
        this.named = named;
    }

    /**
     * The text of a message.
     *
     * @param named what is made of each stretch that is no code: there names are put in place of mentions
     */
    public static String of(String content, UnaryOperator<String> named) {
        var text = new PlainText(content, named);
        var from = 0;
        for (var fence : text.code) {
            if (fence.isFence()) {
                text.lines(from, fence.start());
                text.fence(fence);
                from = fence.end();
            }
        }
        text.lines(from, content.length());
        return text.said.toString();
    }

    private static String masked(String content, List<Code> code) {
        var masked = new StringBuilder();
        for (var one : code) {
            masked.append(content, masked.length(), one.start()).repeat(CODE, one.end() - one.start());
        }
        return masked.append(content, masked.length(), content.length()).toString();
    }

    private void lines(int start, int end) {
        for (var from = start; from <= end; ) {
            var next = masked.indexOf('\n', from);
            var stop = next < 0 || next > end ? end : next;
            line(from, stop);
            from = stop + 1;
        }
    }

    private void line(int start, int end) {
        var line = new StringBuilder();
        var from = past(QUOTES, start, end);
        var item = ITEM.matcher(masked).region(from, end);
        if (item.lookingAt()) {
            inItem = true;
            line.append(item.group("number") == null ? "•" : item.group("number") + ".")
                    .append(' ');
            from = item.end();
        } else {
            var further = inItem ? past(CONTINUATION, from, end) : from;
            inItem = further > from;
            from = inItem ? further : past(HEADING, from, end);
        }
        inline(from, end, line);
        say(line);
    }

    /** Where it goes on after what a line begins with. */
    private int past(Pattern marks, int start, int end) {
        var matcher = marks.matcher(masked).region(start, end);
        return matcher.lookingAt() ? matcher.end() : start;
    }

    /** Within quotes each line of a block of code begins with their marks. */
    private void fence(Code fence) {
        var before = masked.substring(masked.lastIndexOf('\n', fence.start()) + 1, fence.start());
        var quotes = before.matches("(?:> ?)+") ? before.replace(" ", "").length() : 0;
        var marks = Pattern.compile("(?:> ?){0," + quotes + "}");
        var info = INFO.matcher(content).region(fence.from(), fence.to());
        var isFirst = !info.lookingAt();
        var text = content.substring(isFirst ? fence.from() : info.end(), fence.to());
        for (var line : text.split("\n", -1)) {
            say(isFirst ? line : marks.matcher(line).replaceFirst(""));
            isFirst = false;
        }
        inItem = false;
    }

    private void say(CharSequence line) {
        if (line.chars().allMatch(Character::isWhitespace)) {
            return;
        }
        said.append(said.isEmpty() ? "" : "\n").append(line);
    }

    private void inline(int start, int end, StringBuilder line) {
        var matcher = INLINE.matcher(masked).region(start, end);
        var from = start;
        while (matcher.find()) {
            text(from, matcher.start(), line);
            from = matcher.end();
            if (matcher.start("spoiler") >= 0) {
                line.append(SPOILER);
            } else {
                looks(matcher, line);
            }
        }
        text(from, end, line);
    }

    /** What is within marks; an address has none. */
    private void looks(Matcher matcher, StringBuilder line) {
        for (var group : LOOKS) {
            if (matcher.start(group) >= 0) {
                inline(matcher.start(group), matcher.end(group), line);
                return;
            }
        }
        text(matcher.start(), matcher.end(), line);
    }

    private void text(int start, int end, StringBuilder line) {
        var from = start;
        for (var span : code) {
            if (span.start() >= from && span.end() <= end) {
                line.append(named.apply(content.substring(from, span.start())));
                line.append(content, span.from(), span.to());
                from = span.end();
            }
        }
        line.append(named.apply(content.substring(from, end)));
    }
}
