package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of categories. */
public sealed interface CategoryCommand extends StructureCommand {
    CategoryId categoryId();

    record Create(ServerId serverId, CategoryId categoryId, ChannelName name, UserId actor, Instant at)
            implements CategoryCommand {}

    record Rename(ServerId serverId, CategoryId categoryId, ChannelName name, UserId actor, Instant at)
            implements CategoryCommand {}

    /** @param after which category to follow; absent to be the first */
    record Move(
            ServerId serverId,
            CategoryId categoryId,
            @Nullable CategoryId after,
            UserId actor,
            Instant at) implements CategoryCommand {}

    record Delete(ServerId serverId, CategoryId categoryId, UserId actor, Instant at) implements CategoryCommand {}
}
