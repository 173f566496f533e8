package io.webchat.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code ./webchat} builds before it does something: the launcher in a place of its own, with another compiler. */
class BuildTest {
    private static final Path REPOSITORY = Path.of("../..");
    private static final String TOOLS = """
            find_jdk() { jdk=$home/jdk; }
            require_node() { :; }
            require_maven() { :; }
            java_hash() { echo 1; }
            web_hash() { echo 1; }
            compile_web() { touch "$1/server.js"; }
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        var launcher = Files.createDirectories(home.resolve("platform/standalone/launcher"));
        Files.copy(REPOSITORY.resolve("webchat"), home.resolve("webchat"));
        for (var part : List.of("help.sh", "toolchain.sh", "build.sh", "test.sh")) {
            Files.copy(REPOSITORY.resolve("platform/standalone/launcher").resolve(part), launcher.resolve(part));
        }
        var java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"java ran: $*\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "up", "smoke", "doctor"})
    void aStepOfABuildThatFailsEndsIt(String command) throws Exception {
        var ended = run("compile_java() { echo compiling; false; touch \"$1/app.jar\"; }", command);

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.output()).contains("compiling").doesNotContain("java ran", "Everything is built");
        assertThat(home.resolve("target/webchat/java-1/complete")).doesNotExist();
        assertThat(home.resolve("target/webchat/lock")).doesNotExist();
    }

    @Test
    void whatWasBuiltIsRunAndNotBuiltAgain() throws Exception {
        var compiler = "compile_java() { echo compiling; touch \"$1/app.jar\"; }";

        assertThat(run(compiler, "build").output()).contains("compiling", "Everything is built.");
        var again = run(compiler, "up", "-d");

        assertThat(again.output()).contains("java ran", "up -d").doesNotContain("compiling");
        assertThat(again.exitCode()).isZero();
    }

    @Test
    void whoeverStopsABuildStopsTheCompilerToo() throws Exception {
        var process = start("""
                compile_java() { with_progress "$build_dir/log" p compiler; }
                compiler() { sleep 300 & echo $! >"$build_dir/pid"; wait; }
                """, "build");
        var pid = home.resolve("target/webchat/pid");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(pid) && Files.size(pid) > 0);
        var compiler = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        assertThat(compiler).get().matches(ProcessHandle::isAlive);

        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(home.resolve("target/webchat/lock")).doesNotExist();
        // Whose parent is gone, too, is there until somebody has taken note of their end.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !compiler.orElseThrow().isAlive());
    }

    private record Ended(int exitCode, String output) {}

    private Ended run(String compiler, String... command) throws Exception {
        var process = start(compiler, command);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(home.resolve("output"), StandardCharsets.UTF_8));
    }

    private Process start(String compiler, String... command) throws IOException {
        Files.writeString(
                home.resolve("platform/standalone/launcher/test.sh"),
                TOOLS + compiler + "\n",
                StandardOpenOption.APPEND);
        var words = new ArrayList<>(List.of("bash", home.resolve("webchat").toString()));
        words.addAll(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
    }
}
