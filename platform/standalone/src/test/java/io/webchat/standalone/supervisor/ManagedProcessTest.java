package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
    /** With a process that ends when it is asked to. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path dir;

    private Reaper reaper;

    @BeforeEach
    void startReaper() throws IOException {
        reaper = Reaper.start();
    }

    @AfterEach
    void closeReaper() {
        reaper.close();
    }

    @Test
    void a_killed_process_is_started_again_and_counted() {
        var process = managed("sleeper", 1, "exec sleep 600");
        process.start();
        var first = awaitHealthy(process);

        first.destroyForcibly();

        await().until(() -> process.status().restarts() == 1);
        var second = awaitHealthy(process);
        assertThat(second.pid()).isNotEqualTo(first.pid());
        process.stop();
        assertThat(second.isAlive()).isFalse();
        assertThat(process.status().state()).isEqualTo(ProcessState.STOPPED);
    }

    @Test
    void a_process_that_does_not_listen_to_a_request_to_end_is_killed() {
        var script = "trap '' TERM; echo ready > stubborn.ready; while :; do sleep 1; done";
        var process = managed("stubborn", 1, script, Duration.ofSeconds(2));
        process.start();
        var running = awaitHealthy(process);
        await().until(() -> Files.exists(dir.resolve("stubborn.ready")));

        process.stop();

        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void a_process_that_dies_again_and_again_counts_as_failed() {
        var process = managed("broken", 1, "echo 'a reason'; exit 7");
        var group = new ProcessGroup(List.of(process));
        group.start(1);

        await().atMost(Duration.ofSeconds(20)).until(() -> group.failed() == process);

        process.stop();
        assertThat(dir.resolve("broken.log")).content().contains("a reason");
    }

    @Test
    void a_command_that_does_not_exist_is_in_the_log_and_counts_as_failed() {
        var spec = spec("missing", 1, List.of("/nonexistent/program"), () -> true, null, PATIENCE);
        var process = new ManagedProcess(spec, spawner(), () -> {});
        var group = new ProcessGroup(List.of(process));
        group.start(1);

        await().atMost(Duration.ofSeconds(20)).until(() -> group.failed() == process);

        process.stop();
        assertThat(dir.resolve("missing.log")).content().isNotBlank();
    }

    @Test
    void stops_the_waves_in_reverse_order() {
        var engine = managed("engine", 1, noteEnd("engine"));
        var service = managed("service", 2, noteEnd("service"));
        var group = new ProcessGroup(List.of(engine, service));
        group.start(1);
        group.start(2);
        await().until(() -> Files.exists(dir.resolve("engine.ready")) && Files.exists(dir.resolve("service.ready")));

        group.stop();

        assertThat(dir.resolve("ended")).hasContent("service\nengine");
    }

    @Test
    void the_reaper_ends_the_children_of_a_dead_supervisor() {
        var process = managed("orphan", 2, "exec sleep 600");
        process.start();
        var running = awaitHealthy(process);

        // what the kernel does to the pipe of a supervisor that was killed
        reaper.close();

        await().until(() -> !running.isAlive() || process.status().restarts() > 0);
        process.stop();
    }

    @Test
    void what_a_healthy_process_writes_of_its_classes_when_asked_to_end_is_kept() throws IOException {
        var cache = ClassCache.of(dir, "app", true);
        var process = writing(
                cache,
                true,
                "trap 'echo classes > \"${1#*=}\"; exit 0' TERM; touch app.ready; while :; do sleep 0.05; done");
        process.start();
        awaitHealthy(process);
        await().until(() -> Files.exists(dir.resolve("app.ready")));

        process.stop();

        assertThat(cache.file()).hasContent("classes");
    }

    @Test
    void what_a_process_writes_that_did_not_come_up_is_not_kept() throws IOException {
        var cache = ClassCache.of(dir, "app", true);
        var process = writing(cache, false, "echo few > \"${1#*=}\"; exit 1");
        process.start();
        await().until(() -> process.status().restarts() > 0);

        process.stop();

        assertThat(cache.file()).doesNotExist();
    }

    @Test
    void a_process_that_is_started_again_starts_from_the_cache_that_there_is_by_then() throws IOException {
        var cache = ClassCache.of(dir, "app", false);
        var process = writing(
                cache,
                true,
                "echo started with: \"$*\"; until [ -e %s ]; do sleep 0.05; done; exit 1".formatted(cache.file()));
        process.start();
        awaitHealthy(process);
        await().until(() -> Files.readString(dir.resolve("app.log")).contains("started with: \n"));

        Files.writeString(cache.file(), "classes");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.readString(dir.resolve("app.log"))
                        .contains("started with: -XX:AOTCache=" + cache.file()));
        process.stop();
    }

    /** Of a script that is told where to write, as a JVM would be. */
    private ManagedProcess writing(ClassCache cache, boolean isHealthy, String script) throws IOException {
        var program = Files.writeString(dir.resolve("program"), "#!/bin/sh\n" + script);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var command = List.of(program.toString());
        return new ManagedProcess(spec("app", 1, command, () -> isHealthy, cache, PATIENCE), spawner(), () -> {});
    }

    private static String noteEnd(String name) {
        return "trap 'echo " + name + " >> ended; exit 0' TERM; touch " + name + ".ready; while :; do sleep 0.05; done";
    }

    private ManagedProcess managed(String name, int wave, String script) {
        return managed(name, wave, script, PATIENCE);
    }

    private ManagedProcess managed(String name, int wave, String script, Duration patience) {
        var command = List.of("sh", "-c", script);
        return new ManagedProcess(spec(name, wave, command, () -> true, null, patience), spawner(), () -> {});
    }

    private ProcessSpec spec(
            String name,
            int wave,
            List<String> command,
            HealthCheck health,
            @Nullable ClassCache cache,
            Duration patience) {
        return new ProcessSpec(name, wave, List.of(1), command, Map.of(), dir, health, cache, patience);
    }

    private Spawner spawner() {
        return new Spawner(dir, reaper);
    }

    private static ProcessHandle awaitHealthy(ManagedProcess process) {
        await().atMost(Duration.ofSeconds(20)).until(() -> process.status().state() == ProcessState.HEALTHY);
        return process.status().process().handle().orElseThrow();
    }
}
