package io.webchat.domain.message;

import java.util.ArrayList;
import java.util.List;

/** Short lists without repetitions, in the order in which their elements came; changed copies of them. */
final class Lists {
    private Lists() {}

    static <T> List<T> plus(List<T> list, T element) {
        if (list.contains(element)) {
            return list;
        }
        var more = new ArrayList<>(list);
        more.add(element);
        return List.copyOf(more);
    }

    static <T> List<T> minus(List<T> list, T element) {
        return list.stream().filter(each -> !each.equals(element)).toList();
    }
}
