package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.log.replica.SnapshotFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a replica takes to become current, with and without a snapshot, over a log of 200,000 events. Prints figures
 * and is run by hand: {@code -Dtest=ReplicaStartMeasurement}.
 */
class ReplicaStartMeasurement {
    private static final int SERVERS = 200;
    private static final int EVENTS = 200_000;
    private static final int ROUNDS = 4;

    private @TempDir Path temporary;

    @Test
    void measure() throws Exception {
        try (var log = new StructureLog(temporary.resolve("kafka"))) {
            for (var i = 0; i < SERVERS; i++) {
                log.append(StructureLog.server(EVENTS / SERVERS - 4));
            }
            var file = new SnapshotFile(temporary.resolve("snapshots"), "measured", log.epoch());
            for (var round = 0; round < ROUNDS; round++) {
                var began = System.nanoTime();
                try (var all = log.replica(Optional.empty())) {
                    var whole = since(began);
                    began = System.nanoTime();
                    var bytes = file.write(all.snapshot().orElseThrow());
                    var write = since(began);
                    assertThat(all.tail().recordsAtStart()).isEqualTo(EVENTS);
                    System.out.printf("round %d: all events %s; snapshot of %d bytes %s", round, whole, bytes, write);
                }
                began = System.nanoTime();
                try (var restored = log.replica(file.read())) {
                    System.out.printf(
                            "; from it %s (%d records)%n",
                            since(began), restored.tail().recordsAtStart());
                }
            }
        }
    }

    private static Duration since(long began) {
        return Duration.ofMillis((System.nanoTime() - began) / 1_000_000);
    }
}
