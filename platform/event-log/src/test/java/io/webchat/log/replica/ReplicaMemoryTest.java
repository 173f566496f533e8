package io.webchat.log.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureSnapshot.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a replica costs on the heap: the difference between two full collections. It prints what it measures; the limits
 * are a fifth above the figures that {@link StructureReplica} states.
 */
class ReplicaMemoryTest {
    private static final LogEpoch EPOCH = new LogEpoch("epoch");
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final int MEMBERS = 100_000;

    private static final long LIMIT_PLAIN = 400;
    private static final long LIMIT_WITH_ROLE = 755;
    private static final long LIMIT_CHANNEL = 345;
    private static final long LIMIT_SERVER = 1_820;

    private long offset;

    @Test
    void aMemberCostsWhatIsStated() throws Exception {
        var server = new ServerId(Ids.fresh());
        var users = IntStream.range(0, MEMBERS).mapToObj(i -> Ids.fresh()).toList();
        var plain = measure("plain member", MEMBERS, joins(server, users.stream()));
        var role = new RoleId(Ids.fresh());
        var withRole = measure(
                "member with one role",
                MEMBERS,
                Stream.concat(
                        Stream.concat(
                                joins(server, users.stream()),
                                Stream.of(new RoleEvent.Created(
                                        server, role, "Guard", null, Permissions.NONE, owner(), AT))),
                        users.stream()
                                .map(u -> new RoleEvent.Assigned(
                                        server, new RoleId(copy(role.value())), new UserId(copy(u)), owner(), AT))));

        assertThat(plain.folded()).isLessThan(LIMIT_PLAIN);
        assertThat(plain.restored()).isLessThan(LIMIT_PLAIN);
        assertThat(withRole.folded()).isLessThan(LIMIT_WITH_ROLE);
        assertThat(withRole.restored()).isLessThan(LIMIT_PLAIN);
    }

    @Test
    void aChannelAndAServerCostWhatIsStated() throws Exception {
        var channels = measure(
                "channel",
                50_000,
                IntStream.range(0, 100).boxed().flatMap(s -> channels(new ServerId(Ids.fresh()), 500)));
        var servers = measure(
                "server with its owner and a channel",
                20_000,
                IntStream.range(0, 20_000).boxed().flatMap(s -> channels(new ServerId(Ids.fresh()), 1)));

        assertThat(channels.folded()).isLessThan(LIMIT_CHANNEL);
        assertThat(channels.restored()).isLessThan(LIMIT_CHANNEL);
        assertThat(servers.folded()).isLessThan(LIMIT_SERVER);
        assertThat(servers.restored()).isLessThan(LIMIT_SERVER);
    }

    private record Cost(long folded, long restored) {}

    private Cost measure(String what, int count, Stream<StructureEvent> events) throws Exception {
        var empty = used();
        var folded = new StructureStates();
        events.forEach(event -> folded.apply(event, ++offset));
        var afterFold = used();
        var started = System.nanoTime();
        var bytes = new ByteArrayOutputStream();
        var positions = Collections.nCopies(Topic.PARTITIONS, new Position(offset, null));
        SnapshotFormat.write(new StructureSnapshot(positions, folded.all()), EPOCH, bytes);
        var written = System.nanoTime();
        var before = used();
        var restored = new StructureStates();
        restored.restore(SnapshotFormat.read(new ByteArrayInputStream(bytes.toByteArray()), EPOCH)
                .servers());
        var cost = new Cost((afterFold - empty) / count, (used() - before) / count);
        System.out.printf(
                "%s: %d bytes folded, %d restored, %d in the snapshot; written in %d ms%n",
                what, cost.folded(), cost.restored(), bytes.size() / count, (written - started) / 1_000_000);
        assertThat(restored.all()).hasSameSizeAs(folded.all());
        return cost;
    }

    /** As decoded from the log: no two events share an id. */
    private static Stream<StructureEvent> joins(ServerId server, Stream<UUID> users) {
        return Stream.concat(
                Stream.of(new ServerEvent.Created(server, "Club", owner(), AT)),
                users.map(user ->
                        new MemberEvent.Joined(new ServerId(copy(server.value())), new UserId(copy(user)), null, AT)));
    }

    private static Stream<StructureEvent> channels(ServerId server, int count) {
        var owner = owner();
        return Stream.concat(
                Stream.of(
                        new ServerEvent.Created(server, "A server of " + owner, owner, AT),
                        new MemberEvent.Joined(server, owner, null, AT)),
                IntStream.range(0, count)
                        .mapToObj(i -> new ChannelEvent.Created(
                                server, new ChannelId(Ids.fresh()), "channel-" + i, owner, AT, null, null, null)));
    }

    private static UserId owner() {
        return new UserId(Ids.fresh());
    }

    private static UUID copy(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /**
     * What the last collection has left. The serial one leaves some dead objects where they are, but in each fourth;
     * and what threads set aside for themselves right afterwards is not counted.
     */
    private static long used() {
        for (var i = 0; i < 4; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
