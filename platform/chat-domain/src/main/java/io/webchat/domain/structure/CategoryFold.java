package io.webchat.domain.structure;

/** What happens to categories, folded. Their order does not matter for deciding and is not kept. */
final class CategoryFold {
    private CategoryFold() {}

    static Server evolve(Server server, CategoryEvent event) {
        var categories = server.categories();
        var isNew = event instanceof CategoryEvent.Created;
        StructureFold.require(isNew != categories.containsKey(event.categoryId()), event);
        return switch (event) {
            case CategoryEvent.Created e -> server.withCategories(categories.plus(e.categoryId(), e.name()));
            case CategoryEvent.Renamed e -> server.withCategories(categories.plus(e.categoryId(), e.name()));
            case CategoryEvent.Moved e -> server;
            case CategoryEvent.Deleted e -> delete(server, e.categoryId());
        };
    }

    private static Server delete(Server server, CategoryId category) {
        var channels = server.channels();
        for (var channel : server.channels().values()) {
            if (category.equals(channel.category())) {
                channels = channels.plus(channel.id(), channel.in(null));
            }
        }
        return server.withCategories(server.categories().minus(category)).withChannels(channels);
    }
}
