package io.webchat.projection.server;

import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is shown of a server to those who are no members yet. */
@Component
public class ServerPreviews {
    private final ServerRepository servers;
    private final ViewFreshness freshness;

    ServerPreviews(ServerRepository servers, ViewFreshness freshness) {
        this.servers = servers;
        this.freshness = freshness;
    }

    /** @param description empty for none */
    public record Preview(String name, String description) {}

    /**
     * What a server is called, and what it is for. Throws {@code view-behind} (503) if the view does not reach what the
     * caller has seen.
     */
    public Optional<Preview> find(String serverId, ConsistencyToken caller) {
        freshness.await(ServerRepository.VIEW, caller);
        return Optional.ofNullable(servers.load(List.of(serverId)).get(serverId))
                .map(server -> new Preview(server.name(), server.description()));
    }
}
