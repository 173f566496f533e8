package io.webchat.projection.server;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What other views' answers show of a server. */
@Component
public class ServerNames {
    private final Servers servers;

    ServerNames(Servers servers) {
        this.servers = servers;
    }

    /** A server by name and size. */
    public record ServerName(String name, long memberCount) {}

    public Optional<ServerName> find(String serverId) {
        return Optional.ofNullable(servers.load(List.of(serverId)).get(serverId))
                .map(server -> new ServerName(server.name(), server.memberCount()));
    }
}
