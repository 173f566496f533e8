package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
    @TempDir
    Path dir;

    private DataDirectory data;

    @BeforeEach
    void create() {
        data = new DataDirectory(dir);
        data.create();
    }

    @Test
    void is_read_as_it_was_written_while_its_supervisor_runs() {
        var state = state(ProcessIdentity.of(ProcessHandle.current()));
        new StackFile(data).write(state);

        assertThat(new StackFile(data).readRunning()).contains(state);
        assertThat(state.healthy()).isTrue();
    }

    @Test
    void a_pid_that_is_somebody_elses_by_now_does_not_count() {
        var recycled = new ProcessIdentity(ProcessHandle.current().pid(), Instant.EPOCH, 0L);
        new StackFile(data).write(state(recycled));

        assertThat(new StackFile(data).readRunning()).isEmpty();
        assertThat(new StackFile(data).read()).isPresent();
    }

    @Test
    void a_clock_that_is_set_makes_nobody_a_stranger() {
        var self = ProcessIdentity.of(ProcessHandle.current());
        assumeThat(self.startTicks()).as("ticks, as Linux has them").isNotNull();

        var beforeTheClockWasSet =
                new ProcessIdentity(self.pid(), self.startedAt().minusSeconds(3600), self.startTicks());

        assertThat(beforeTheClockWasSet.alive()).isTrue();
    }

    @Test
    void without_ticks_the_time_of_the_start_decides() {
        var self = ProcessIdentity.of(ProcessHandle.current());

        assertThat(new ProcessIdentity(self.pid(), self.startedAt(), null).alive())
                .isTrue();
        assertThat(new ProcessIdentity(self.pid(), self.startedAt().minusSeconds(3600), null).alive())
                .isFalse();
    }

    @Test
    void there_is_none_where_nothing_ran() {
        assertThat(new StackFile(data).read()).isEmpty();
    }

    @Test
    void one_directory_has_one_supervisor() throws IOException {
        try (var lock = data.lock().orElseThrow()) {
            assertThat(lock.isOpen()).isTrue();
            assertThat(data.lock()).isEmpty();
        }
        assertThat(data.lock()).isPresent();
    }

    @Test
    void the_secret_is_made_once_and_for_the_users_eyes_only() throws IOException {
        var secret = data.jwtSecret();

        assertThat(secret).hasSizeGreaterThanOrEqualTo(64);
        assertThat(data.jwtSecret()).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("jwt-secret"))))
                .isEqualTo("rw-------");
    }

    private static StackState state(ProcessIdentity supervisor) {
        return new StackState(
                supervisor,
                supervisor,
                StackState.Phase.READY,
                10,
                "http://localhost:3010",
                Instant.parse("2026-01-01T00:00:00Z"),
                1234L,
                List.of(new ProcessStatus(
                        "push-1",
                        ProcessState.HEALTHY,
                        supervisor,
                        List.of(8094, 9094),
                        0,
                        Instant.parse("2026-01-01T00:00:01Z"))));
    }
}
