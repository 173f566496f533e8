package io.webchat.projection.search;

import static java.util.Locale.ROOT;

import io.webchat.support.problem.ProblemException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody typed: words, {@code "phrases"} and filters such as {@code from:ada}. A value with spaces in it stands
 * in quotation marks. A word in front of a colon that is no filter is text like any other.
 *
 * @param filters the values of each filter, in the order of the text
 */
record SearchQuery(List<Text> text, Map<Filter, List<String>> filters) {
    static final int MAX_LENGTH = 500;
    static final int MAX_PARTS = 30;

    private static final Pattern PART = Pattern.compile(
            "(?:(?<filter>from|in|before|after|has|mentions):)?(?:\"(?<quoted>[^\"]*)\"?|(?<bare>[^\\s\"][^\\s]*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTATION_MARKS = Pattern.compile("[\u201c\u201d\u201e]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** By whom, where, when, with what, and calling whom. */
    enum Filter {
        FROM,
        IN,
        BEFORE,
        AFTER,
        HAS,
        MENTIONS;

        /** As it is typed, and as errors name it. */
        String word() {
            return name().toLowerCase(ROOT);
        }
    }

    /**
     * A word or phrase.
     *
     * @param isQuoted whether it is to be found as it is, rather than as the beginning of words
     */
    record Text(String value, boolean isQuoted) {}

    /** Throws {@code invalid-request} (400), which names the filter at fault. */
    static SearchQuery parse(String typed) {
        if (typed.length() > MAX_LENGTH) {
            throw ProblemException.invalid("q", "must have at most " + MAX_LENGTH + " characters");
        }
        var query = QUOTATION_MARKS.matcher(typed).replaceAll("\"").strip();
        var text = new ArrayList<Text>();
        var filters = new EnumMap<Filter, List<String>>(Filter.class);
        var part = PART.matcher(query);
        var space = SPACE.matcher(query);
        var at = 0;
        for (var parts = 1; at < query.length(); parts++) {
            if (parts > MAX_PARTS) {
                throw ProblemException.invalid("q", "must have at most " + MAX_PARTS + " words and filters");
            }
            part.region(at, query.length());
            if (!part.lookingAt() || part.end() == at) {
                throw new IllegalStateException("cannot read \"" + query + "\" at " + at);
            }
            var quoted = part.group("quoted");
            var value = quoted == null ? String.valueOf(part.group("bare")) : quoted.strip();
            var isEmpty = value.isEmpty() || (quoted == null && part.group("bare") == null);
            var filter = part.group("filter");
            if (filter != null) {
                if (isEmpty) {
                    throw ProblemException.invalid(
                            filter.toLowerCase(ROOT), "must have a value, right after the colon");
                }
                filters.computeIfAbsent(Filter.valueOf(filter.toUpperCase(ROOT)), one -> new ArrayList<>())
                        .add(value);
            } else if (!isEmpty) {
                text.add(new Text(value, quoted != null));
            }
            at = part.end();
            space.region(at, query.length());
            if (space.lookingAt()) {
                at = space.end();
            }
        }
        return new SearchQuery(List.copyOf(text), filters);
    }

    List<String> values(Filter filter) {
        return filters.getOrDefault(filter, List.of());
    }
}
