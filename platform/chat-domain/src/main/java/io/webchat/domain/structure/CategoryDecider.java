package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;

import io.webchat.domain.Decision;

/** Decides what is asked of categories. */
final class CategoryDecider {
    private CategoryDecider() {}

    static Decision<StructureEvent> decide(Server server, CategoryCommand command) {
        if (Standing.of(server, command).lacks(Permission.MANAGE_CHANNELS)) {
            return Refusal.lacks(Permission.MANAGE_CHANNELS);
        }
        if (command instanceof CategoryCommand.Create create) {
            return create(server, create);
        }
        if (!server.categories().containsKey(command.categoryId())) {
            return Refusal.unknownCategory();
        }
        return switch (command) {
            case CategoryCommand.Create create -> create(server, create);
            case CategoryCommand.Rename rename -> rename(server, rename);
            case CategoryCommand.Move move -> move(server, move);
            case CategoryCommand.Delete delete ->
                accept(new CategoryEvent.Deleted(server.id(), delete.categoryId(), delete.actor(), delete.at()));
        };
    }

    private static Decision<StructureEvent> create(Server server, CategoryCommand.Create command) {
        if (server.categories().containsKey(command.categoryId())) {
            return Refusal.exists();
        }
        if (ChannelNames.isTakenByCategory(server, command.name(), command.categoryId())) {
            return Refusal.nameTaken();
        }
        if (ChannelNames.count(server) >= ChannelNames.MAX) {
            return Refusal.limit(ChannelNames.MAX, "channels and categories");
        }
        return accept(new CategoryEvent.Created(
                server.id(), command.categoryId(), command.name().value(), command.actor(), command.at()));
    }

    private static Decision<StructureEvent> rename(Server server, CategoryCommand.Rename command) {
        var name = command.name().value();
        if (name.equals(server.categories().get(command.categoryId()))) {
            return accept();
        }
        return ChannelNames.isTakenByCategory(server, command.name(), command.categoryId())
                ? Refusal.nameTaken()
                : accept(new CategoryEvent.Renamed(
                        server.id(), command.categoryId(), name, command.actor(), command.at()));
    }

    private static Decision<StructureEvent> move(Server server, CategoryCommand.Move command) {
        var after = command.after();
        if (after != null && !server.categories().containsKey(after)) {
            return Refusal.unknownCategoryBefore();
        }
        // Behind itself is where it is.
        return command.categoryId().equals(after)
                ? accept()
                : accept(new CategoryEvent.Moved(
                        server.id(), command.categoryId(), after, command.actor(), command.at()));
    }
}
