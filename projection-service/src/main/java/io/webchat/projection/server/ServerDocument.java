package io.webchat.projection.server;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One server, or direct conversation, as people see it. Categories, channels and roles are in the order in which they
 * are shown: roles from the highest to the lowest, that of everyone last.
 *
 * @param kind one of {@link io.webchat.domain.structure.Server.Kind}, in lower case
 * @param description empty for none
 */
@Document(ViewCollections.SERVERS)
record ServerDocument(
        @Id String id,
        String kind,
        String name,
        String description,
        @Nullable String iconId,
        String ownerId,
        List<Category> categories,
        List<Channel> channels,
        List<Role> roles,
        long position)
        implements Positioned {

    record Category(String categoryId, String name) {}

    /** @param slowModeSeconds 0 for none */
    record Channel(
            String channelId,
            String name,
            @Nullable String topic,
            @Nullable String categoryId,
            int slowModeSeconds,
            List<Override> overrides) {}

    /** @param target {@code role} or {@code member} */
    record Override(String target, String id, List<String> allow, List<String> deny) {}

    record Role(String roleId, String name, @Nullable String color, List<String> permissions) {}

    /** Folds an event; one that the document reflects already changes nothing. */
    static ServerDocument evolve(@Nullable ServerDocument state, StructureEvent event, long position) {
        if (state == null) {
            return ServerFold.begin(event, position);
        }
        return position <= state.position
                ? state
                : ServerFold.evolve(state, event).at(position);
    }

    private ServerDocument at(long newPosition) {
        return new ServerDocument(
                id, kind, name, description, iconId, ownerId, categories, channels, roles, newPosition);
    }

    ServerDocument withKind(String newKind) {
        return new ServerDocument(
                id, newKind, name, description, iconId, ownerId, categories, channels, roles, position);
    }

    ServerDocument withName(String newName) {
        return new ServerDocument(
                id, kind, newName, description, iconId, ownerId, categories, channels, roles, position);
    }

    ServerDocument withDescription(String newDescription) {
        return new ServerDocument(
                id, kind, name, newDescription, iconId, ownerId, categories, channels, roles, position);
    }

    ServerDocument withIcon(@Nullable String newIcon) {
        return new ServerDocument(id, kind, name, description, newIcon, ownerId, categories, channels, roles, position);
    }

    ServerDocument withOwner(String newOwner) {
        return new ServerDocument(id, kind, name, description, iconId, newOwner, categories, channels, roles, position);
    }

    ServerDocument withCategories(List<Category> newCategories) {
        return new ServerDocument(
                id, kind, name, description, iconId, ownerId, newCategories, channels, roles, position);
    }

    ServerDocument withChannels(List<Channel> newChannels) {
        return new ServerDocument(
                id, kind, name, description, iconId, ownerId, categories, newChannels, roles, position);
    }

    ServerDocument withRoles(List<Role> newRoles) {
        return new ServerDocument(
                id, kind, name, description, iconId, ownerId, categories, channels, newRoles, position);
    }
}
