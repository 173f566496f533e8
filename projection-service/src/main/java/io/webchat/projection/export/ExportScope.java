package io.webchat.projection.export;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What somebody exports. It is asked again before each page, so a permission that is lost ends it at once.
 *
 * @param access gives the server as it is now, and throws a problem if the user may not export it, or no longer
 * @param only the channel that is exported; null for all of the server that the user sees
 */
record ExportScope(
        Supplier<Server> access, UserId user, @Nullable ChannelId only) {
    /** The server as it is now. Throws a problem if the user may not export it, or no longer. */
    Server server() {
        return access.get();
    }

    /** The channels that are in the export now, in its order: that of their ids, which is that of their creation. */
    List<ChannelId> channels(Server server) {
        return only != null
                ? List.of(only)
                : server.channels().keySet().stream()
                        .filter(channel -> server.maySee(channel, user))
                        .sorted(Comparator.comparing(ChannelId::toString))
                        .toList();
    }
}
