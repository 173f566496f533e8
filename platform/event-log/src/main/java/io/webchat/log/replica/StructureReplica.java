package io.webchat.log.replica;

import io.webchat.domain.structure.Channel;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.StructureSnapshot.LastRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
 *
 * <p><b>Start.</b> It begins with a {@link StructureSnapshot}, if it is given one that the log fits, and reads on from
 * there; otherwise it reads everything. The result is the same.
 *
 * <p><b>Memory</b> on the heap of a 64-bit JVM with compressed pointers, as {@code ReplicaMemoryTest} measures it for
 * 100,000 members: a member 330 bytes, one with a role 630 (330 again after a start from a snapshot, where members with
 * the same roles share them), a channel 290, a server with its owner and one channel 1,200 to 1,500. So 100,000 members
 * take 33 to 63 MB, and a snapshot of them 2 to 4 MB on disk.
 */
public final class StructureReplica implements AutoCloseable {
    private final StructureStates states = new StructureStates();
    private final AtomicReferenceArray<@Nullable LastRecord> lastRecords = new AtomicReferenceArray<>(Topic.PARTITIONS);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final LogTail tail;

    /**
     * A server's state and the position in its partition that the state is exact for.
     *
     * @param nextOffset right after the last event of this server that the state includes
     */
    public record Snapshot(Server server, long nextOffset) {}

    /** Hears of everything that changes a state, in order within a server, on the replica's own thread. */
    public interface Listener {
        /**
         * These states were taken over from a snapshot, before any event was applied. Their events are not heard of.
         */
        void restored(Collection<Server> servers);

        /**
         * An event was applied.
         *
         * @param record as it stands in the log
         * @param server the state that includes the event
         */
        void applied(ConsumerRecord<byte[], byte[]> record, StructureEvent event, Server server);
    }

    /**
     * Makes a replica that does not read yet and will read everything.
     *
     * @param consumers see {@link LogTail}
     */
    public StructureReplica(Supplier<Consumer<byte[], byte[]>> consumers) {
        this(consumers, Optional::empty);
    }

    /**
     * Makes a replica that does not read yet.
     *
     * @param consumers see {@link LogTail}
     * @param saved finds what it may start from; asked when it starts, and not used unless the log fits
     */
    public StructureReplica(Supplier<Consumer<byte[], byte[]>> consumers, Supplier<Optional<StructureSnapshot>> saved) {
        tail = new LogTail(Topic.STRUCTURE, consumers, new SnapshotStart(saved, this::restore), this::apply);
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

    /**
     * Right after the last record of a partition that was applied. The tail's position may be further: it also passes
     * the markers of transactions, which a reader that counts records never sees.
     */
    public long recordPosition(int partition) {
        var last = lastRecords.get(partition);
        return last == null ? 0 : last.offset() + 1;
    }

    /**
     * All states at one position of each partition; empty before it has begun to read. Costs a list, from any thread.
     */
    public Optional<StructureSnapshot> snapshot() {
        return tail.hasStarted() ? Optional.of(tail.betweenRecords(this::current)) : Optional.empty();
    }

    private StructureSnapshot current() {
        var positions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> new StructureSnapshot.Position(tail.position(p), lastRecords.get(p)))
                .toList();
        return new StructureSnapshot(positions, states.all());
    }

    public Optional<Server> server(ServerId id) {
        return snapshotOf(id).map(Snapshot::server);
    }

    public Optional<Server> serverOf(ChannelId channel) {
        return snapshotOf(channel).map(Snapshot::server);
    }

    public Optional<Server> serverOf(InviteCode invite) {
        return Optional.ofNullable(states.find(invite)).map(Snapshot::server);
    }

    /** A server's state with its position. */
    public Optional<Snapshot> snapshotOf(ServerId server) {
        return Optional.ofNullable(states.find(server));
    }

    /** For decisions that tell their readers what they were based on. */
    public Optional<Snapshot> snapshotOf(ChannelId channel) {
        return Optional.ofNullable(states.find(channel));
    }

    /** How long the slowest of all channels makes its members wait. */
    public Duration longestSlowMode() {
        return states.all().stream()
                .flatMap(snapshot -> snapshot.server().channels().values().stream())
                .map(Channel::slowMode)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** The servers that a user is a member of: a live, thread-safe view. */
    public Set<ServerId> serversOf(UserId user) {
        return states.of(user);
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

    private void restore(StructureSnapshot snapshot) {
        for (var partition = 0; partition < Topic.PARTITIONS; partition++) {
            lastRecords.set(partition, snapshot.positions().get(partition).last());
        }
        states.restore(snapshot.servers());
        var servers = snapshot.servers().stream()
                .map(StructureReplica.Snapshot::server)
                .toList();
        listeners.forEach(listener -> listener.restored(servers));
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        lastRecords.set(record.partition(), new LastRecord(record.offset(), SnapshotStart.keyOf(record)));
        // A tombstone removes text from the log that no state has.
        if (record.value() != null) {
            var event = WireCodec.STRUCTURE.decode(record);
            var server = states.apply(event, record.offset() + 1);
            listeners.forEach(listener -> listener.applied(record, event, server));
        }
    }
}
