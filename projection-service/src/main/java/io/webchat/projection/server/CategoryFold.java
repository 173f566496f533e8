package io.webchat.projection.server;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.projection.server.ServerDocument.Category;
import java.util.function.Predicate;

/** What happens to categories, as people see it. */
final class CategoryFold {
    private CategoryFold() {}

    static ServerDocument evolve(ServerDocument state, CategoryEvent event) {
        var id = event.categoryId().toString();
        Predicate<Category> it = category -> category.categoryId().equals(id);
        var categories = state.categories();
        return switch (event) {
            case CategoryEvent.Created e -> state.withCategories(Listing.plus(categories, new Category(id, e.name())));
            case CategoryEvent.Renamed e ->
                state.withCategories(Listing.with(categories, it, category -> new Category(id, e.name())));
            case CategoryEvent.Moved e -> {
                var moved = categories.stream().filter(it).findFirst().orElseThrow();
                var after = e.after() == null ? null : e.after().toString();
                yield state.withCategories(Listing.place(
                        Listing.without(categories, it),
                        moved,
                        after == null ? null : category -> category.categoryId().equals(after)));
            }
            case CategoryEvent.Deleted e ->
                state.withCategories(Listing.without(categories, it))
                        .withChannels(ChannelFold.withoutCategory(state.channels(), id));
        };
    }
}
