package io.webchat.log.replica;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.replica.StructureReplica.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The servers and the ways to find them. One thread changes them, any number read. */
final class StructureStates {
    private final Map<ServerId, Snapshot> servers = new ConcurrentHashMap<>();
    private final Map<ChannelId, ServerId> channels = new ConcurrentHashMap<>();
    private final Map<InviteCode, ServerId> invites = new ConcurrentHashMap<>();
    private final Map<UserId, Set<ServerId>> memberships = new ConcurrentHashMap<>();

    /** Folds one event in and returns the state that it led to. */
    Server apply(StructureEvent event, long nextOffset) {
        var found = servers.get(event.serverId());
        var before = found == null ? null : found.server();
        var server = Server.evolve(before, event);
        servers.put(server.id(), new Snapshot(server, nextOffset));
        index(before, server, event);
        return server;
    }

    /** Takes over states that were folded before. */
    void restore(Collection<Snapshot> states) {
        for (var state : states) {
            servers.put(state.server().id(), state);
            indexAll(state.server());
            state.server()
                    .invites()
                    .values()
                    .forEach(invite -> invites.put(invite.code(), state.server().id()));
        }
    }

    /** All of them, as they are now. */
    List<Snapshot> all() {
        return List.copyOf(servers.values());
    }

    @Nullable
    Snapshot find(ServerId server) {
        return servers.get(server);
    }

    @Nullable
    Snapshot find(ChannelId channel) {
        return in(channels.get(channel));
    }

    @Nullable
    Snapshot find(InviteCode invite) {
        return in(invites.get(invite));
    }

    /** A live view. */
    Set<ServerId> of(UserId user) {
        return memberships.getOrDefault(user, Set.of());
    }

    private @Nullable Snapshot in(@Nullable ServerId server) {
        return server == null ? null : servers.get(server);
    }

    /** Keeps the lookups in step with the states: what an event added is found, what it took away no longer is. */
    private void index(@Nullable Server before, Server after, StructureEvent event) {
        var id = after.id();
        switch (event) {
            case ServerEvent.Deleted e -> forget(Objects.requireNonNull(before));
            case ServerEvent.Created _,
                    ServerEvent.Renamed _,
                    ServerEvent.Described _,
                    ServerEvent.IconChanged _,
                    ServerEvent.OwnershipTransferred _ -> {}
            case CategoryEvent _, RoleEvent _ -> {}
            case ChannelEvent.Created e -> channels.put(e.channelId(), id);
            case ChannelEvent.Deleted e -> channels.remove(e.channelId());
            case ChannelEvent.Renamed _,
                    ChannelEvent.TopicChanged _,
                    ChannelEvent.Moved _,
                    ChannelEvent.SlowModeChanged _,
                    ChannelEvent.RoleOverridden _,
                    ChannelEvent.MemberOverridden _ -> {}
            case MemberEvent.Joined e -> join(e.userId(), id);
            case MemberEvent.Left e -> leave(e.userId(), id);
            case MemberEvent.Kicked e -> leave(e.userId(), id);
            case MemberEvent.Banned e -> leave(e.userId(), id);
            case MemberEvent.NicknameChanged _,
                    MemberEvent.Unbanned _,
                    MemberEvent.TimedOut _,
                    MemberEvent.TimeOutLifted _,
                    MemberEvent.ModerationExplained _ -> {}
            case InviteEvent.Created e -> invites.put(e.code(), id);
            case InviteEvent.Revoked e -> invites.remove(e.code());
            case ConversationEvent e -> indexAll(after);
        }
    }

    private void indexAll(Server server) {
        server.channels().keySet().forEach(channel -> channels.put(channel, server.id()));
        server.members().keySet().forEach(user -> join(user, server.id()));
    }

    private void forget(Server gone) {
        gone.channels().keySet().forEach(channels::remove);
        gone.invites().values().forEach(invite -> invites.remove(invite.code()));
        gone.members().keySet().forEach(user -> leave(user, gone.id()));
    }

    private void join(UserId user, ServerId server) {
        // Most people are in few servers: a small table for each.
        memberships.computeIfAbsent(user, id -> ConcurrentHashMap.newKeySet(1)).add(server);
    }

    private void leave(UserId user, ServerId server) {
        memberships.computeIfPresent(user, (id, servers) -> {
            servers.remove(server);
            return servers.isEmpty() ? null : servers;
        });
    }
}
