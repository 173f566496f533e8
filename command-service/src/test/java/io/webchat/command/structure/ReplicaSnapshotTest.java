package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.log.replica.SnapshotFile;
import io.webchat.log.replica.StructureReplica;
import io.webchat.log.replica.StructureSnapshot;
import io.webchat.log.replica.StructureSnapshot.LastRecord;
import io.webchat.log.replica.StructureSnapshot.Position;
import io.webchat.test.ServiceInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replica starts from, on a real log. */
class ReplicaSnapshotTest {
    private static final int EVENTS = 30 * 7;

    private static StructureLog log;
    private @TempDir Path temporary;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        log = new StructureLog(directory);
    }

    @AfterAll
    static void stop() {
        log.close();
    }

    @BeforeEach
    void fill() throws Exception {
        log.deleteAndCreateTopics();
        log.append(StructureLog.servers(30, 3));
    }

    @Test
    void aSnapshotAndTheTailOfTheLogGiveWhatTheWholeLogGives() throws Exception {
        var file = file(log.epoch());
        try (var first = log.replica(Optional.empty())) {
            assertThat(first.tail().recordsAtStart()).isEqualTo(EVENTS);
            file.write(first.snapshot().orElseThrow());
        }
        log.append(StructureLog.servers(2, 3));

        try (var restored = log.replica(file.read());
                var all = log.replica(Optional.empty())) {
            assertThat(restored.tail().recordsAtStart()).isEqualTo(14);
            requireSame(restored, all);
        }
    }

    @Test
    void nothingIsReadWhenNothingHappenedSince() {
        try (var first = log.replica(Optional.empty());
                var second = log.replica(first.snapshot())) {
            assertThat(second.tail().recordsAtStart()).isZero();
            requireSame(second, first);
        }
    }

    @Test
    void aListenerIsGivenTheStatesAndThenHearsOfTheEventsAfterThem() throws Exception {
        var snapshot = snapshot();
        log.append(StructureLog.server(0));
        var heard = new Heard();

        log.replica(Optional.of(snapshot), heard).close();

        assertThat(heard.restored).hasSize(30);
        assertThat(heard.events).hasSize(4);
    }

    @Test
    void aSnapshotBeyondTheEndOfTheLogIsNotUsed() {
        requireUnused(at(position -> new Position(position.next() + 1, position.last())));
    }

    @Test
    void aSnapshotOfALogThatHasOtherRecordsThereIsNotUsed() {
        requireUnused(at(position -> new Position(
                position.next(),
                new LastRecord(Objects.requireNonNull(position.last()).offset(), "another"))));
    }

    @Test
    void aSnapshotOfALogThatHasNoRecordThereIsNotUsed() {
        // Where the marker of the transaction is.
        requireUnused(at(position -> new Position(
                position.next(),
                new LastRecord(Objects.requireNonNull(position.last()).offset() + 1, "a key"))));
    }

    @Test
    void aSnapshotOfALogThatIsGoneIsNotUsed() throws Exception {
        var before = log.epoch();
        file(before).write(snapshot());
        log.deleteAndCreateTopics();
        log.append(StructureLog.servers(30, 3));

        var found = file(log.epoch()).read();

        assertThat(log.epoch()).isNotEqualTo(before);
        assertThat(found).isEmpty();
    }

    @Test
    void anInstanceGoesOnFromWhatItKnewWhenItStoppedAndTwoDoNotHurtEachOther() throws IOException {
        var directory = temporary.resolve("snapshots");
        var setting = "webchat.structure-replica.snapshot-directory=" + directory;
        var created = withInstance(setting, first -> {
            try (var other = ServiceInstance.start(CommandServiceApplication.class, setting)) {
                assertThat(Commands.at(other.port()).createServer(other.user()).serverId())
                        .isNotNull();
            }
            return Commands.at(first.port()).createServer(first.user()).serverId();
        });

        try (var files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("command-service-0.snapshot", "command-service-0.last-posts");
        }
        withInstance(setting, again -> {
            var replica = again.bean(StructureReplica.class);
            assertThat(replica.tail().recordsAtStart()).isZero();
            assertThat(replica.server(ServerId.parse(created))).isPresent();
            var meters = again.bean(MeterRegistry.class);
            assertThat(meters.get("webchat.structure.snapshot.size").gauge().value())
                    .isPositive();
            assertThat(meters.get("webchat.structure.snapshot.age").timeGauge().value(TimeUnit.HOURS))
                    .isBetween(0.0, 1.0);
            assertThat(meters.get("webchat.structure.replica.start.records")
                            .gauge()
                            .value())
                    .isZero();
            return created;
        });
    }

    @Test
    void aRunningInstanceWritesRegularly() {
        var directory = temporary.resolve("snapshots");
        try (var instance = ServiceInstance.start(
                CommandServiceApplication.class,
                "webchat.structure-replica.snapshot-directory=" + directory,
                "webchat.structure-replica.snapshot-interval=50ms")) {
            var server = Commands.at(instance.port()).createServer(instance.user());
            var file = new SnapshotFile(directory, "command-service-0", instance.bean(LogEpoch.class));

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> file.read().stream()
                            .flatMap(snapshot -> snapshot.servers().stream())
                            .anyMatch(state -> state.server().id().equals(ServerId.parse(server.serverId()))));
            assertThat(instance.bean(MeterRegistry.class)
                            .get("webchat.structure.snapshot.writes")
                            .tag("outcome", "written")
                            .timer()
                            .count())
                    .isPositive();
        }
    }

    private interface Use {
        String of(ServiceInstance instance);
    }

    private static String withInstance(String setting, Use use) {
        try (var instance = ServiceInstance.start(CommandServiceApplication.class, setting)) {
            return use.of(instance);
        }
    }

    private void requireUnused(StructureSnapshot unfit) {
        var heard = new Heard();
        try (var replica = log.replica(Optional.of(unfit), heard);
                var all = log.replica(Optional.empty())) {
            assertThat(heard.restored).isEmpty();
            assertThat(replica.tail().recordsAtStart()).isEqualTo(EVENTS);
            requireSame(replica, all);
        }
    }

    /**
     * The snapshot of the log as it is, with one partition's position changed; without servers, to be told from a used
     * one.
     */
    private StructureSnapshot at(UnaryOperator<Position> change) {
        var positions = new ArrayList<>(snapshot().positions());
        for (var partition = 0; partition < Topic.PARTITIONS; partition++) {
            if (positions.get(partition).last() != null) {
                positions.set(partition, change.apply(positions.get(partition)));
                return new StructureSnapshot(positions, List.of());
            }
        }
        throw new AssertionError("the log is empty");
    }

    private StructureSnapshot snapshot() {
        try (var replica = log.replica(Optional.empty())) {
            return replica.snapshot().orElseThrow();
        }
    }

    private SnapshotFile file(LogEpoch epoch) {
        return new SnapshotFile(temporary.resolve("snapshots"), "test", epoch);
    }

    private static void requireSame(StructureReplica one, StructureReplica other) {
        var of = one.snapshot().orElseThrow();
        var like = other.snapshot().orElseThrow();
        assertThat(of.positions()).isEqualTo(like.positions());
        assertThat(new HashSet<>(of.servers())).isEqualTo(new HashSet<>(like.servers()));
        for (var partition = 0; partition < Topic.PARTITIONS; partition++) {
            assertThat(one.recordPosition(partition)).isEqualTo(other.recordPosition(partition));
        }
    }

    private static final class Heard implements StructureReplica.Listener {
        private final List<Server> restored = new ArrayList<>();
        private final List<StructureEvent> events = new ArrayList<>();

        @Override
        public void restored(Collection<Server> servers) {
            assertThat(events).isEmpty();
            restored.addAll(servers);
        }

        @Override
        public void applied(ConsumerRecord<byte[], byte[]> record, StructureEvent event, Server server) {
            events.add(event);
        }
    }
}
