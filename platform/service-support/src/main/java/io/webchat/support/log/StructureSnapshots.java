package io.webchat.support.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.webchat.log.replica.SnapshotFile;
import io.webchat.log.replica.StructureReplica;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the snapshot of the structure replica up to date: regularly and when the service stops, each time only if the
 * replica has read something since. A snapshot that cannot be written costs a warning and a longer next start.
 *
 * <p>It begins before the replica and ends after it, so a start that did not catch up in time is not lost: the next one
 * goes on where it ended.
 */
final class StructureSnapshots extends RegularWriter {
    private static final Logger log = LoggerFactory.getLogger(StructureSnapshots.class);
    private static final int BEFORE_REPLICA = -1;

    private final StructureReplica replica;
    private final SnapshotFile file;
    private final Timer written;
    private final Timer failed;
    private long recordsInFile;

    StructureSnapshots(StructureReplica replica, SnapshotFile file, Duration interval, MeterRegistry registry) {
        super("structure-snapshots", interval);
        this.replica = replica;
        this.file = file;
        written = timer(registry, "written");
        failed = timer(registry, "failed");
        TimeGauge.builder("webchat.structure.snapshot.age", this, TimeUnit.MILLISECONDS, StructureSnapshots::ageMillis)
                .description("Since the snapshot was written; not a number if there is none")
                .register(registry);
        Gauge.builder("webchat.structure.snapshot.size", this, StructureSnapshots::size)
                .description("Of the snapshot on disk; not a number if there is none")
                .baseUnit("bytes")
                .register(registry);
    }

    @Override
    public void start() {
        try {
            file.clean();
        } catch (IOException e) {
            log.warn("cannot clean up beside {}", file.path(), e);
        }
        super.start();
    }

    @Override
    public int getPhase() {
        return BEFORE_REPLICA;
    }

    @Override
    protected void write() {
        // Read before the snapshot is taken: what comes in between is in it, and written once more the next time.
        var records = replica.tail().records();
        var snapshot = replica.snapshot();
        if (records == recordsInFile || snapshot.isEmpty()) {
            return;
        }
        var started = System.nanoTime();
        try {
            var bytes = file.write(snapshot.get());
            recordsInFile = records;
            written.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            log.debug("snapshot of structure: {} bytes", bytes);
        } catch (IOException | RuntimeException e) {
            failed.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            log.warn("cannot write {}", file.path(), e);
        }
    }

    private double ageMillis() {
        try {
            return System.currentTimeMillis()
                    - Files.getLastModifiedTime(file.path()).toMillis();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private double size() {
        try {
            return Files.size(file.path());
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("webchat.structure.snapshot.writes")
                .description("Snapshots of structure, and how long writing them took")
                .tag("outcome", outcome)
                .register(registry);
    }
}
