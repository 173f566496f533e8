package io.webchat.log.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.domain.structure.Server;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureSnapshot.LastRecord;
import io.webchat.log.replica.StructureSnapshot.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
    private static final LogEpoch EPOCH = new LogEpoch("an epoch");

    private @TempDir Path parent;
    private Path directory;
    private SnapshotFile file;

    @BeforeEach
    void make() {
        directory = parent.resolve("snapshots");
        file = new SnapshotFile(directory, "command-service-8082", EPOCH);
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        assertThat(file.read()).isEmpty();

        var size = file.write(ofHistory());

        requireHistory(file);
        assertThat(size).isEqualTo(Files.size(file.path()));
    }

    @Test
    void itIsForItsOwnerOnly() throws IOException {
        file.write(ofHistory());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void oneThatWasCutOffAnywhereIsNotUsed() throws IOException {
        file.write(ofHistory());
        var whole = Files.readAllBytes(file.path());
        for (var length = 0; length < whole.length; length += 7) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            assertThat(file.read()).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void oneWithAnyByteChangedIsNotUsed() throws IOException {
        file.write(ofHistory());
        var whole = Files.readAllBytes(file.path());
        for (var at = 0; at < whole.length; at += 5) {
            var damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file.path(), damaged);
            assertThat(file.read()).as("byte %d", at).isEmpty();
        }
    }

    @Test
    void oneOfAnotherLogIsNotUsed() throws IOException {
        file.write(ofHistory());

        assertThat(new SnapshotFile(directory, "command-service-8082", new LogEpoch("another")).read())
                .isEmpty();
    }

    @Test
    void oneOfAnotherVersionIsNotUsed() throws Exception {
        file.write(ofHistory());
        var other = Files.readAllBytes(file.path());
        other["webchat structure snapshot ".length()]++;
        resign(other);

        Files.write(file.path(), other);

        assertThat(file.read()).isEmpty();
    }

    @Test
    void onesThatAreIntactButNoSnapshotAreNotUsed() throws Exception {
        file.write(ofHistory());
        var whole = Files.readAllBytes(file.path());
        for (var at = "webchat structure snapshot 3\n".length(); at < 200; at++) {
            var other = whole.clone();
            other[at] ^= 1;
            resign(other);
            Files.write(file.path(), other);
            assertThat(file.read()).as("byte %d", at).isEmpty();
        }
    }

    @Test
    void aWriteThatFailsLeavesTheOldOne() throws IOException {
        file.write(ofHistory());
        var first = ofHistory().servers().iterator().next().server();
        var broken = new Server(
                first.id(),
                first.kind(),
                null,
                null,
                null,
                first.channels(),
                first.categories(),
                first.members(),
                first.roles(),
                first.invites(),
                first.bans(),
                first.timeOuts());
        var servers = new ArrayList<>(ofHistory().servers());
        servers.add(new StructureReplica.Snapshot(broken, 1));

        assertThatThrownBy(() -> file.write(new StructureSnapshot(positions(), servers)))
                .isInstanceOf(NullPointerException.class);

        requireHistory(file);
        assertThat(namesIn(directory)).containsExactly("command-service-8082.snapshot");
    }

    @Test
    void whatACrashLeftIsNeitherReadNorKept() throws IOException {
        file.write(ofHistory());
        Files.write(directory.resolve("command-service-8082123.next"), new byte[] {1});
        Files.write(directory.resolve("push-service-8084123.next"), new byte[] {1});

        requireHistory(file);
        file.clean();

        assertThat(namesIn(directory))
                .containsExactlyInAnyOrder("command-service-8082.snapshot", "push-service-8084123.next");
    }

    @Test
    void instancesDoNotShareAFile() throws IOException {
        var other = new SnapshotFile(directory, "command-service-9082", EPOCH);
        file.write(ofHistory());
        other.write(new StructureSnapshot(positions(), List.of()));

        requireHistory(file);
        assertThat(other.read().orElseThrow().servers()).isEmpty();
    }

    /**
     * If this fails, an event folds to something else than it did, or the format is another one: raise
     * {@link SnapshotFormat#VERSION} unless there are only new types of events, and approve what the test has written.
     */
    @Test
    void theHistoryFoldsToWhatWasApproved() throws IOException {
        var name = "structure-" + SnapshotFormat.VERSION;
        new SnapshotFile(Path.of("target"), name, EPOCH).write(ofHistory());

        requireHistory(new SnapshotFile(Path.of("src/test/resources/snapshots"), name, EPOCH));
    }

    private static void requireHistory(SnapshotFile file) {
        var read = file.read().orElseThrow();
        assertThat(read.positions()).isEqualTo(positions());
        assertThat(new HashSet<>(read.servers()))
                .isEqualTo(new HashSet<>(ofHistory().servers()));
    }

    private static StructureSnapshot ofHistory() {
        var states = new StructureStates();
        var offset = 0;
        for (var event : StructureHistory.events()) {
            states.apply(event, ++offset);
        }
        return new StructureSnapshot(positions(), states.all());
    }

    private static List<Position> positions() {
        return Collections.nCopies(Topic.PARTITIONS, new Position(100, new LastRecord(98, "a key")));
    }

    private static void resign(byte[] file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(file, 0, file.length - 32);
        System.arraycopy(digest.digest(), 0, file, file.length - 32, 32);
    }

    private static Collection<String> namesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
