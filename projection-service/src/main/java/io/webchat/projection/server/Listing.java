package io.webchat.projection.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes of lists that people see in an order. */
final class Listing {
    private Listing() {}

    static <T> List<T> plus(List<T> list, T item) {
        var longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }

    static <T> List<T> with(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream()
                .map(item -> which.test(item) ? change.apply(item) : item)
                .toList();
    }

    /** Puts an item behind the one that is meant, or first. One that is gone leaves the item last. */
    static <T> List<T> place(List<T> others, T item, @Nullable Predicate<T> after) {
        var placed = new ArrayList<>(others);
        if (after == null) {
            placed.addFirst(item);
            return List.copyOf(placed);
        }
        var index = 0;
        while (index < placed.size() && !after.test(placed.get(index))) {
            index++;
        }
        placed.add(Math.min(index + 1, placed.size()), item);
        return List.copyOf(placed);
    }
}
