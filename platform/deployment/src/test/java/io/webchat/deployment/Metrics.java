package io.webchat.deployment;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the names of metrics in PromQL: what is left without labels, strings, durations, functions and keywords. */
final class Metrics {
    private static final Pattern LABELS = Pattern.compile("\\{[^{}]*}");
    private static final Pattern STRINGS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern LABEL_LISTS =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^()]*\\)");
    private static final Pattern RANGES = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern NAMES = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|[a-zA-Z0-9_:])");
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "unless",
            "bool",
            "offset",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "e9",
            "inf");

    private Metrics() {}

    static Set<String> in(String expression) {
        var rest = STRINGS.matcher(expression).replaceAll("\"\"");
        rest = LABELS.matcher(rest).replaceAll(" ");
        rest = LABEL_LISTS.matcher(rest).replaceAll(" ");
        rest = RANGES.matcher(rest).replaceAll(" ");
        rest = rest.replaceAll("\\b\\d[\\w.]*", " ");
        rest = rest.replaceAll("(sum|max|min|count|avg|topk)\\s+\\(", "$1(");
        var names = new TreeSet<String>();
        var matcher = NAMES.matcher(rest);
        while (matcher.find()) {
            if (!KEYWORDS.contains(matcher.group())) {
                names.add(matcher.group());
            }
        }
        return names;
    }
}
