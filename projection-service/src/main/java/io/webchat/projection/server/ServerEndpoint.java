package io.webchat.projection.server;

import io.webchat.domain.structure.ServerId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers with the caller's servers, and with one of them. */
@RestController
class ServerEndpoint {
    private final ServerRepository servers;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    ServerEndpoint(ServerRepository servers, ReadAccess access, ViewFreshness freshness) {
        this.servers = servers;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/servers")
    MyServers mine(AuthenticatedUser user, ConsistencyToken caller) {
        var mine = access.servers(user, caller).stream().map(ServerId::toString).toList();
        freshness.await(ServerRepository.VIEW, caller);
        return new MyServers(servers.load(mine).values().stream()
                .map(server -> new ServerSummary(server.id(), server.name(), server.ownerId()))
                .sorted(Comparator.comparing(ServerSummary::name, Collator.getInstance(Locale.ROOT))
                        .thenComparing(ServerSummary::serverId))
                .toList());
    }

    @GetMapping("/api/servers/{serverId}")
    ServerDetails one(@PathVariable ServerId serverId, AuthenticatedUser user, ConsistencyToken caller) {
        var known = access.server(serverId, user, caller);
        freshness.await(ServerRepository.VIEW, caller);
        return servers.find(serverId.toString(), known.nextOffset())
                .map(server -> new ServerDetails(
                        server.id(), server.name(), server.ownerId(), server.channels(), server.memberCount()))
                .orElseThrow(() -> ViewFreshness.behind("The server is not in the view yet."));
    }

    record MyServers(List<ServerSummary> servers) {}

    record ServerSummary(String serverId, String name, String ownerId) {}

    record ServerDetails(
            String serverId, String name, String ownerId, List<ServerDocument.Channel> channels, long memberCount) {}
}
