package io.webchat.projection.search;

import io.webchat.projection.search.SearchIndex.Hit;
import io.webchat.support.problem.ProblemException;
import java.util.regex.Pattern;

/** Where the next page of hits begins, as clients pass it on. */
final class SearchCursor {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([0-9a-f-]{36}/[0-9a-f-]{36})");

    private SearchCursor() {}

    static String write(Hit last) {
        return last.atMillis() + "-" + last.id();
    }

    static Hit read(String cursor) {
        var parts = FORM.matcher(cursor);
        if (!parts.matches()) {
            throw ProblemException.invalid("cursor", "must be the next of an earlier answer");
        }
        return new Hit(Long.parseLong(parts.group(1)), parts.group(2));
    }
}
