package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine. A test that needs one that is not there is skipped, and says so. */
record Tool(Path path) {
    /** How it ended, and everything that it printed. */
    record Result(int exitCode, String output) {
        Result succeeds() {
            assertThat(exitCode).as(output).isZero();
            return this;
        }
    }

    /** Finds a program, or skips the test. */
    static Tool require(String... names) {
        var found = find(names);
        if (found.isEmpty()) {
            var reason = "skipped: " + String.join(" or ", names) + " is not installed";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return found.get();
    }

    static Optional<Tool> find(String... names) {
        var directories = Stream.concat(
                Arrays.stream(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin", "/usr/local/sbin"));
        return directories
                .flatMap(directory -> Arrays.stream(names).map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new);
    }

    Result run(Object... arguments) {
        return run(Map.of(), arguments);
    }

    Result run(Map<String, String> environment, Object... arguments) {
        try {
            var process =
                    builder(environment, arguments).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it in the background; its output goes to a file. */
    Process start(Path log, Map<String, String> environment, Object... arguments) {
        try {
            return builder(environment, arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(Map<String, String> environment, Object... arguments) {
        var command = new ArrayList<>(List.of(path.toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }
}
