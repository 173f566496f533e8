package io.webchat.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.standalone.supervisor.DataDirectory;
import io.webchat.standalone.supervisor.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user reads who types something wrong, or has forgotten what runs. */
class WebchatTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    Path dir;

    @BeforeEach
    void listen() {
        var stream = new PrintStream(written, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "smoke"})
    void a_file_is_no_data_directory(String command) throws IOException {
        var file = Files.createFile(dir.resolve("file"));

        assertThat(run(command, "--data", file.toString())).isEqualTo(2);
        assertThat(lines()).containsExactly("--data " + file + ": is not a directory", seeHelp(command));
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() {
        var impossible = Path.of("/proc/nothing");

        assertThat(run("up", "-d", "--data", impossible.toString())).isEqualTo(1);
        assertThat(lines())
                .containsExactly("The data directory " + impossible
                        + " cannot be written to. Make it writable, or choose another one with --data DIR.");
    }

    @Test
    void a_directory_below_a_file_is_one_line_too() throws IOException {
        var below = Files.createFile(dir.resolve("file")).resolve("var");

        assertThat(run("status", "--data", below.toString())).isEqualTo(1);
        assertThat(lines()).singleElement().asString().startsWith(below + "/run/stack.json: ");
    }

    @ParameterizedTest
    @CsvSource({"'',instances: \"\"", "'push=2,push=3',instances of push are given twice"})
    void wrong_instances_are_refused(String instances, String message) {
        assertThat(run("up", "--data", dir.toString(), "--instances", instances))
                .isEqualTo(2);
        assertThat(lines().getFirst()).startsWith(message);
        assertThat(lines().getLast()).isEqualTo(seeHelp("up"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smoke",
                "bench commands",
                "bench push",
                "bench reads",
                "bench replay",
                "bench web",
                "dlt list",
                "dlt replay --all",
                "backup --to nowhere"
            })
    void whatever_needs_a_stack_says_at_once_that_nothing_runs(String command) {
        var offset = freeOffset();
        var words = command.split(" ", -1);
        var options = Stream.of("--data", dir.toString(), "--port-offset", Integer.toString(offset));

        assertThat(run(Stream.concat(Stream.of(words), options).toArray(String[]::new)))
                .isEqualTo(3);
        assertThat(lines())
                .containsExactly("WebChat does not run on " + dir + ", and nothing listens on port " + (3000 + offset)
                        + ". ./webchat up starts it.");
    }

    @Test
    void a_benchmark_that_there_is_not_is_refused() {
        assertThat(run("bench", "everything", "--data", dir.toString())).isEqualTo(2);
        assertThat(lines())
                .containsExactly(
                        "benchmark: everything (expected: commands, push, reads, replay or web)", seeHelp("bench"));
    }

    @Test
    void a_second_up_says_that_it_runs() throws IOException {
        runsWithOffset(10);

        assertThat(run("up", "-d", "--data", dir.toString())).isZero();
        assertThat(lines()).containsExactly("WebChat runs already on " + dir + ": http://localhost:3010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webchat.messages.dlt/3", "17", "../views/3/17"})
    void what_names_no_letter_is_refused(String letter) {
        assertThat(run("dlt", "show", letter)).isEqualTo(2);
        assertThat(lines().getFirst())
                .endsWith("\"" + letter + "\" (expected: TOPIC/PARTITION/OFFSET, such as webchat.messages.dlt/3/17)");
        assertThat(lines().getLast()).isEqualTo(seeHelp("dlt show"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--all webchat.messages.dlt/3/17"})
    void a_replay_is_of_letters_or_of_all_of_them(String wanted) {
        var words = Stream.concat(Stream.of("dlt", "replay"), Stream.of(wanted.split(" ", -1)))
                .filter(word -> !word.isEmpty());

        assertThat(run(words.toArray(String[]::new))).isEqualTo(2);
        assertThat(lines())
                .containsExactly(
                        "Say which letters to replay, or --all for every open one, and not both.",
                        seeHelp("dlt replay"));
    }

    @Test
    void a_service_that_does_not_answer_is_one_line() {
        var nothing = "http://127.0.0.1:" + (3000 + freeOffset());

        assertThat(run("dlt", "list", "--url", nothing)).isEqualTo(1);
        assertThat(lines()).containsExactly(nothing + "/actuator does not answer");
    }

    @Test
    void a_second_up_in_the_foreground_fails_because_it_cannot_wait_for_ctrl_c() throws IOException {
        runsWithOffset(10);

        assertThat(run("up", "--data", dir.toString())).isEqualTo(1);
    }

    @Test
    void a_second_up_says_what_it_does_not_apply() throws IOException {
        runsWithOffset(10);

        assertThat(run("up", "-d", "--data", dir.toString(), "--port-offset", "20", "--instances", "push=2"))
                .isEqualTo(1);
        assertThat(lines().getLast())
                .isEqualTo("Not applied: --port-offset 20 (it runs with 10), --instances push=2 (it runs with 1)."
                        + " Stop it first (./webchat down --data " + dir
                        + " --port-offset 10), or give another stack a --data DIR of its own.");
    }

    /** Its first stop, which takes a while. */
    @Test
    void down_says_who_writes_a_class_cache_meanwhile() throws Exception {
        var supervisor = new ProcessBuilder("sh", "-c", "trap '' TERM; sleep 5").start();
        var writing = new ProcessBuilder("sh", "-c", "sleep 60; true", "-XX:AOTCacheOutput=x").start();
        var plain = new ProcessBuilder("sh", "-c", "sleep 60; true", "x").start();
        try {
            runs(
                    0,
                    supervisor.toHandle(),
                    process("auth-1", "stopping", writing.toHandle()),
                    process("web", "stopping", plain.toHandle()),
                    process("kafka", "healthy", plain.toHandle()));

            assertThat(run("down", "--data", dir.toString())).isZero();
            assertThat(lines())
                    .containsExactly(
                            "Stopping ...",
                            "  writing class caches, this once, for faster starts: auth-1",
                            "  ending: web",
                            "Stopped.");
        } finally {
            Stream.of(supervisor, writing, plain).forEach(Process::destroyForcibly);
        }
    }

    /** A stack whose supervisor is this test. */
    private void runsWithOffset(int offset) throws IOException {
        runs(offset, ProcessHandle.current(), process("push-1", "healthy", ProcessHandle.current()));
    }

    private void runs(int offset, ProcessHandle supervisor, String... processes) throws IOException {
        new DataDirectory(dir).create();
        Files.writeString(dir.resolve("run/stack.json"), """
                {"supervisor": %1$s, "reaper": %1$s, "phase": "ready", "portOffset": %2$d,
                 "url": "http://localhost:%3$d", "startedAt": "2026-01-01T00:00:00Z", "readyAfterMillis": 1,
                 "processes": [%4$s]}""".formatted(
                        identity(supervisor), offset, 3000 + offset, String.join(",", processes)));
    }

    private static String process(String name, String state, ProcessHandle process) {
        return """
                {"name": "%s", "state": "%s", "process": %s, "ports": [8094], "restarts": 0,
                 "since": "2026-01-01T00:00:00Z"}""".formatted(name, state, identity(process));
    }

    private static String identity(ProcessHandle process) {
        return "{\"pid\": %d, \"startedAt\": \"%s\"}"
                .formatted(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    private static int freeOffset() {
        return IntStream.range(5000, 20_000)
                .filter(offset -> !Ports.isListening(3000 + offset))
                .findFirst()
                .orElseThrow();
    }

    private int run(String... arguments) {
        var command = Webchat.commandLine();
        command.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        return command.execute(arguments);
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String seeHelp(String command) {
        return "See ./webchat " + command + " --help";
    }
}
