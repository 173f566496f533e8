package io.webchat.standalone.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be measured by a program in Java; the web app is measured by one of its own. */
enum BenchProgram {
    /** Large enough that a backlog of requests does not make it collect garbage all the time. */
    COMMANDS("io.webchat.benchmark.command.CommandBenchmark", "512m", "command-1"),
    /** Thousands of sockets, and when each had which message. */
    PUSH("io.webchat.benchmark.push.PushBenchmark", "1g", "push-1"),
    READS("io.webchat.benchmark.read.ReadBenchmark", "512m", "projection-1"),
    REPLAY("io.webchat.benchmark.replay.ReplayBenchmark", "512m", "projection-1");

    /** As messages name them. */
    static final String NAMES = "commands, push, reads, replay or web";

    private final String mainClass;
    private final String heap;
    private final String measured;

    BenchProgram(String mainClass, String heap, String measured) {
        this.mainClass = mainClass;
        this.heap = heap;
        this.measured = measured;
    }

    static Optional<BenchProgram> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    ClientProgram program() {
        return new ClientProgram("benchmarks", mainClass, heap);
    }

    /** The process that is measured. */
    String measured() {
        return measured;
    }
}
