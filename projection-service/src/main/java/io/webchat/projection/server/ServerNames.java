package io.webchat.projection.server;

import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other views' answers show of a server. */
@Component
public class ServerNames {
    private final ServerRepository servers;
    private final ViewFreshness freshness;

    ServerNames(ServerRepository servers, ViewFreshness freshness) {
        this.servers = servers;
        this.freshness = freshness;
    }

    /**
     * What a server is called. Throws {@code view-behind} (503) if the view does not reach what the caller has seen.
     */
    public Optional<String> find(String serverId, ConsistencyToken caller) {
        freshness.await(ServerRepository.VIEW, caller);
        return Optional.ofNullable(servers.load(List.of(serverId)).get(serverId))
                .map(ServerDocument::name);
    }
}
