package io.webchat.projection.server;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
    MyServers listServers(AuthenticatedUser user, ConsistencyToken caller) {
        var mine = access.servers(user, caller).stream().map(ServerId::toString).toList();
        freshness.await(ServerRepository.VIEW, caller);
        return new MyServers(servers.load(mine).values().stream()
                .filter(server -> server.kind().equals("community"))
                .map(server -> new ServerSummary(server.id(), server.name(), server.iconId(), server.ownerId()))
                .sorted(Comparator.comparing(ServerSummary::name, Collator.getInstance(Locale.ROOT))
                        .thenComparing(ServerSummary::serverId))
                .toList());
    }

    @GetMapping("/api/servers/{serverId}")
    ServerDetails getServer(@PathVariable ServerId serverId, AuthenticatedUser user, ConsistencyToken caller) {
        var known = access.server(serverId, user, caller);
        freshness.await(ServerRepository.VIEW, caller);
        return servers.find(serverId.toString(), known.nextOffset())
                .map(server -> ServerDetails.of(server, known.server(), user.userId()))
                .orElseThrow(() -> ViewFreshness.behind("The server is not in the view yet."));
    }

    record MyServers(List<ServerSummary> servers) {}

    /** @param iconId absent for none */
    record ServerSummary(
            String serverId, String name, @Nullable String iconId, String ownerId) {}

    /** What a member sees of a server: of its channels, those that they may see. */
    record ServerDetails(
            String serverId,
            String kind,
            String name,
            String description,
            @Nullable String iconId,
            String ownerId,
            List<ServerDocument.Category> categories,
            List<ServerDocument.Channel> channels,
            List<ServerDocument.Role> roles,
            List<String> permissions,
            long memberCount) {
        static ServerDetails of(ServerDocument document, Server server, UserId user) {
            return new ServerDetails(
                    document.id(),
                    document.kind(),
                    document.name(),
                    document.description(),
                    document.iconId(),
                    document.ownerId(),
                    document.categories(),
                    document.channels().stream()
                            .filter(channel -> server.maySee(ChannelId.parse(channel.channelId()), user))
                            .toList(),
                    document.roles(),
                    ServerFold.slugs(server.permissionsOf(user)),
                    server.members().size());
        }
    }
}
