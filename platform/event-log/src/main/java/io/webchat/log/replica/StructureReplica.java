package io.webchat.log.replica;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.Channel;
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
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The state of every server, folded from {@code webchat.structure} and kept in memory: what services authorise on.
 *
 * <p><b>Guarantees.</b> A server's state is always one that the log had at some position, never a mixture; it only
 * moves forward. Reads never block. <b>Limits.</b> It follows the log with a delay of milliseconds: who must not decide
 * on something old checks {@link #staleness()}, or waits for a position that the decision depends on. Lookups by
 * channel, invite or member are exact for what has been applied, but two lookups may see different positions; take the
 * {@link Server} once and ask it.
 */
public final class StructureReplica implements AutoCloseable {
    private final Map<ServerId, Snapshot> servers = new ConcurrentHashMap<>();
    private final Map<ChannelId, ServerId> channels = new ConcurrentHashMap<>();
    private final Map<InviteCode, ServerId> invites = new ConcurrentHashMap<>();
    private final Map<UserId, Set<ServerId>> memberships = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final LogTail tail;

    /**
     * A server's state and the position in its partition that the state is exact for.
     *
     * @param nextOffset right after the last event of this server that the state includes
     */
    public record Snapshot(Server server, long nextOffset) {}

    /** Hears of each event right after it was applied, in order within a server, on the replica's own thread. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param record as it stands in the log
         * @param server the state that includes the event
         */
        void applied(ConsumerRecord<byte[], byte[]> record, StructureEvent event, Server server);
    }

    /**
     * Makes a replica that does not read yet.
     *
     * @param consumers see {@link LogTail}
     */
    public StructureReplica(Supplier<Consumer<byte[], byte[]>> consumers) {
        tail = new LogTail(Topic.STRUCTURE, consumers, LogTail.Start.BEGINNING, this::apply);
    }

    /** Adds a listener; call before {@link #start()} to miss nothing. */
    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void start() {
        tail.start();
    }

    /** How far it is and how current; everything that has to do with following the log. */
    public LogTail tail() {
        return tail;
    }

    public Optional<Server> server(ServerId id) {
        return Optional.ofNullable(servers.get(id)).map(Snapshot::server);
    }

    public Optional<Server> serverOf(ChannelId channel) {
        return snapshotOf(channel).map(Snapshot::server);
    }

    public Optional<Server> serverOf(InviteCode invite) {
        return Optional.ofNullable(invites.get(invite)).map(servers::get).map(Snapshot::server);
    }

    /** A server's state with its position. */
    public Optional<Snapshot> snapshotOf(ServerId server) {
        return Optional.ofNullable(servers.get(server));
    }

    /** For decisions that tell their readers what they were based on. */
    public Optional<Snapshot> snapshotOf(ChannelId channel) {
        return Optional.ofNullable(channels.get(channel)).map(servers::get);
    }

    /** How long the slowest of all channels makes its members wait. */
    public Duration longestSlowMode() {
        return servers.values().stream()
                .flatMap(snapshot -> snapshot.server().channels().values().stream())
                .map(Channel::slowMode)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The servers that a user is a member of: a live, thread-safe view. */
    public Set<ServerId> serversOf(UserId user) {
        return memberships.getOrDefault(user, Set.of());
    }

    /** The position up to which a server's partition has been applied. */
    public long position(ServerId server) {
        return tail.position(Partitioning.partitionOf(server.value()));
    }

    /** How long ago the replica is known to have been complete. */
    public Duration staleness() {
        return tail.staleness();
    }

    @Override
    public void close() {
        tail.close();
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        var event = WireCodec.STRUCTURE.decode(record);
        var before = servers.get(event.serverId());
        var server = Server.evolve(before == null ? null : before.server(), event);
        servers.put(server.id(), new Snapshot(server, record.offset() + 1));
        index(before == null ? null : before.server(), server, event);
        listeners.forEach(listener -> listener.applied(record, event, server));
    }

    /** Keeps the lookups in step with the states: what an event added is found, what it took away no longer is. */
    private void index(@Nullable Server before, Server after, StructureEvent event) {
        var id = after.id();
        switch (event) {
            case ServerEvent.Deleted e -> forget(Objects.requireNonNull(before));
            case ServerEvent e -> {}
            case CategoryEvent e -> {}
            case ChannelEvent.Created e -> channels.put(e.channelId(), id);
            case ChannelEvent.Deleted e -> channels.remove(e.channelId());
            case ChannelEvent e -> {}
            case RoleEvent e -> {}
            case MemberEvent.Joined e -> join(e.userId(), id);
            case MemberEvent e -> {
                if (!after.hasMember(e.userId())) {
                    leave(e.userId(), id);
                }
            }
            case InviteEvent.Created e -> invites.put(e.code(), id);
            case InviteEvent.Revoked e -> invites.remove(e.code());
            case ConversationEvent e -> {
                after.channels().keySet().forEach(channel -> channels.put(channel, id));
                after.members().keySet().forEach(user -> join(user, id));
            }
        }
    }

    private void forget(Server gone) {
        gone.channels().keySet().forEach(channels::remove);
        gone.invites().keySet().forEach(invites::remove);
        gone.members().keySet().forEach(user -> leave(user, gone.id()));
    }

    private void join(UserId user, ServerId server) {
        memberships.computeIfAbsent(user, id -> ConcurrentHashMap.newKeySet()).add(server);
    }

    private void leave(UserId user, ServerId server) {
        memberships.computeIfPresent(user, (id, servers) -> {
            servers.remove(server);
            return servers.isEmpty() ? null : servers;
        });
    }
}
