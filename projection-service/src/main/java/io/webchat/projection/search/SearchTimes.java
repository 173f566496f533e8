package io.webchat.projection.search;

import io.webchat.projection.search.SearchQuery.Filter;
import io.webchat.support.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times of filters: a day of somebody's time zone, or an instant. */
final class SearchTimes {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile(DAY + "T\\S+");

    private SearchTimes() {}

    /** UTC if none is given. */
    static ZoneId zone(@Nullable String name) {
        try {
            return ZoneId.of(name == null ? "Z" : name);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("zone", "must be a time zone such as Europe/Berlin");
        }
    }

    /** The first instant that is not before any more: of a day its beginning. */
    static long before(List<String> values, ZoneId zone) {
        return read(Filter.BEFORE, values, zone, 0).orElse(Long.MAX_VALUE);
    }

    /** The first instant that is after: of a day the beginning of the next one. */
    static long after(List<String> values, ZoneId zone) {
        return read(Filter.AFTER, values, zone, 1).orElse(Long.MIN_VALUE);
    }

    private static OptionalLong read(Filter filter, List<String> values, ZoneId zone, int days) {
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        if (values.size() > 1) {
            throw ProblemException.invalid(filter.word(), "must be given once");
        }
        var value = values.getFirst();
        try {
            if (DAY.matcher(value).matches()) {
                var day = LocalDate.parse(value).plusDays(days);
                return OptionalLong.of(day.atStartOfDay(zone).toInstant().toEpochMilli());
            }
            if (INSTANT.matcher(value).matches()) {
                return OptionalLong.of(Instant.parse(value).toEpochMilli() + days);
            }
        } catch (DateTimeException e) {
            // Such as the 30th of February.
        }
        throw ProblemException.invalid(
                filter.word(), "must be a day such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z");
    }
}
