package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a category, under which channels are listed. */
public sealed interface CategoryEvent extends StructureEvent {
    CategoryId categoryId();

    /** The category is the last of its server. */
    record Created(ServerId serverId, CategoryId categoryId, String name, UserId actorId, Instant at)
            implements CategoryEvent {}

    record Renamed(ServerId serverId, CategoryId categoryId, String name, UserId actorId, Instant at)
            implements CategoryEvent {}

    /** @param after the category that it now follows; absent if it is the first */
    record Moved(
            ServerId serverId,
            CategoryId categoryId,
            @Nullable CategoryId after,
            UserId actorId,
            Instant at) implements CategoryEvent {}

    /** Its channels stay, above all categories and behind those that are there, in their order. */
    record Deleted(ServerId serverId, CategoryId categoryId, UserId actorId, Instant at) implements CategoryEvent {}
}
