package io.webchat.projection.server;

import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other views' answers show of a server. */
@Component
public class ServerNames {
    private final Servers servers;
    private final ServerProjection projection;
    private final ViewFreshness freshness;

    ServerNames(Servers servers, ServerProjection projection, ViewFreshness freshness) {
        this.servers = servers;
        this.projection = projection;
        this.freshness = freshness;
    }

    /** A server by name and size. */
    public record ServerName(String name, long memberCount) {}

    public Optional<ServerName> find(String serverId, ConsistencyToken caller) {
        freshness.await(projection, caller);
        return Optional.ofNullable(servers.load(List.of(serverId)).get(serverId))
                .map(server -> new ServerName(server.name(), server.memberCount()));
    }
}
