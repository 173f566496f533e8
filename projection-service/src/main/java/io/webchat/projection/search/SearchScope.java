package io.webchat.projection.search;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ChannelName;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may search now.
 *
 * @param channels those that they see, and where they are
 */
record SearchScope(UserId user, List<Server> servers, Map<ChannelId, ServerId> channels) {
    static SearchScope of(UserId user, Collection<Server> servers) {
        var channels = new HashMap<ChannelId, ServerId>();
        for (var server : servers) {
            server.channels().keySet().stream()
                    .filter(channel -> server.maySee(channel, user))
                    .forEach(channel -> channels.put(channel, server.id()));
        }
        return new SearchScope(user, List.copyOf(servers), channels);
    }

    /** Where a channel is that was searched. */
    ServerId serverOf(ChannelId channel) {
        return Objects.requireNonNull(channels.get(channel));
    }

    boolean hasMember(UserId other) {
        return servers.stream().anyMatch(server -> server.hasMember(other));
    }

    /** The channels that are called so, in whichever server. */
    Set<ChannelId> named(String name) {
        try {
            var key = new ChannelName(name).key();
            return servers.stream()
                    .flatMap(server -> server.channels().values().stream())
                    .filter(channel -> channels.containsKey(channel.id())
                            && channel.nameKey().equals(key))
                    .map(channel -> channel.id())
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
    }
}
