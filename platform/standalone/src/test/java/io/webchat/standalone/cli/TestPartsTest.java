package io.webchat.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./webchat test} runs several parts beside each other: the functions of the launcher, with other parts. */
class TestPartsTest {
    private static final String LAUNCHER = """
            set -euo pipefail
            build_dir=$1
            . ../../platform/standalone/launcher/test.sh
            """;

    @TempDir
    private Path dir;

    @Test
    void what_each_part_prints_comes_whole_when_it_has_ended() throws Exception {
        var ended = run("""
                test_one() { echo one begins; until [ -e "$build_dir/two-has-begun" ]; do sleep 0.1; done; echo one ends; }
                test_two() { echo two begins; touch "$build_dir/two-has-begun"; sleep 2; echo two ends >&2; }
                run_parts one two
                echo "failed:$failed_parts"
                """);

        assertThat(ended.output())
                .contains(
                        "==> beside each other: one two",
                        "\n==> one tests\none begins\none ends\n",
                        "\n==> two tests\ntwo begins\ntwo ends\n",
                        "\nfailed:\n");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void a_part_that_fails_ends_at_once_and_lets_the_others_end() throws Exception {
        var ended = run("""
                test_bad() { echo before; false; echo after; }
                test_good() { sleep 2; echo good; }
                run_parts bad good
                echo "failed:$failed_parts"
                """);

        assertThat(ended.output())
                .contains("\n==> bad tests\nbefore\n", "the bad tests have failed (1)", "\ngood\n", "\nfailed: bad\n")
                .doesNotContain("after");
    }

    @Test
    void a_part_of_a_part_fails_both() throws Exception {
        var ended = run("""
                test_whole() { run_parts inner other; [ -z "$failed_parts" ] || exit 1; echo not reached; }
                test_inner() { exit 3; }
                test_other() { echo other; }
                run_parts whole
                echo "failed:$failed_parts"
                """);

        assertThat(ended.output())
                .contains("the inner tests have failed (3)", "\nother\n", "\nfailed: whole\n")
                .doesNotContain("not reached");
    }

    @Test
    void what_has_failed_is_named_again() throws Exception {
        var ended = run("""
                test_java() { echo '[ERROR]   OneTest.one:12 expected: 1'; echo '[INFO] Tests run: 1'; false; }
                test_web() { printf '\\033[31m FAIL \\033[39m src/two.test.ts > two\\n'; false; }
                test_browsers() { echo '    [journeys] › tests/e2e/three.spec.ts:3:1 › three ───'; false; }
                test_silent() { false; }
                test_good() { echo '[ERROR]   GoodTest.expected:12 and no failure'; }
                run_parts java web browsers silent good
                echo ---
                cat "$build_dir/failed-tests"
                """);

        assertThat(ended.output().split("---\n", 2)[1])
                .contains("OneTest.one:12 expected: 1", " FAIL  src/two.test.ts > two", "three.spec.ts:3:1 › three")
                .doesNotContain("Tests run", "GoodTest");
    }

    @Test
    void whoever_is_stopped_stops_every_part_and_waits_until_they_have_cleared_up() throws Exception {
        var process = start("""
                test_outer() {
                  trap 'stop_parts; sleep 1; touch "$build_dir/cleared"' EXIT
                  run_parts long short
                }
                test_long() { sleep 300 & echo $! >"$build_dir/pid"; wait; }
                test_short() { true; }
                trap stop_parts EXIT
                run_parts outer
                """);
        var pid = dir.resolve("pid");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(pid) && Files.size(pid) > 0);
        var sleeping = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        assertThat(sleeping).get().matches(ProcessHandle::isAlive);

        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(dir.resolve("cleared")).exists();
        // Whose parent is gone, too, is there until somebody has taken note of their end.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !sleeping.orElseThrow().isAlive());
    }

    private record Ended(int exitCode, String output) {}

    private Ended run(String script) throws Exception {
        var process = start(script);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(dir.resolve("output"), StandardCharsets.UTF_8));
    }

    private Process start(String script) throws IOException {
        return new ProcessBuilder(List.of("bash", "-c", LAUNCHER + script, "launcher", dir.toString()))
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("output").toFile())
                .start();
    }
}
