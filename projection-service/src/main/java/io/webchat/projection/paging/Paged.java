package io.webchat.projection.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a page shows, and whether there is another one: known by reading one more than it shows. */
public record Paged<T>(List<T> shown, boolean hasMore) {
    /** @param oneMore at most {@code limit + 1}, in the order of the list */
    public static <T> Paged<T> of(List<T> oneMore, int limit) {
        return new Paged<>(oneMore.stream().limit(limit).toList(), oneMore.size() > limit);
    }

    /** The place where the next page begins, after the last that is shown; null if this page is the last. */
    public <K> @Nullable K next(Function<T, K> place) {
        return hasMore ? place.apply(shown.getLast()) : null;
    }
}
