package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.Ports;
import io.webchat.standalone.supervisor.ProcessIdentity;
import io.webchat.standalone.supervisor.ProcessStatus;
import io.webchat.standalone.supervisor.StackFile;
import io.webchat.standalone.supervisor.StackState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stack that can be talked to: the one whose supervisor wrote into the directory, or somebody else's at the offset.
 *
 * @param processes what is known about its processes; of somebody else's stack, nothing
 */
record RunningStack(String url, Ports ports, List<ProcessStatus> processes) {

    /** Empty if nothing runs there; that has then been said. */
    static Optional<RunningStack> find(StackSelection selection) {
        // The directory knows where its stack is; without one, the offset says where somebody else's is.
        var running = new StackFile(selection.directory()).readRunning().map(RunningStack::of);
        var ports = selection.ports();
        if (running.isPresent()) {
            return running;
        }
        if (Ports.isListening(ports.web())) {
            return Optional.of(new RunningStack("http://localhost:" + ports.web(), ports, List.of()));
        }
        System.err.println("WebChat does not run on " + selection.data() + ", and nothing listens on port "
                + ports.web() + ". ./webchat up starts it.");
        return Optional.empty();
    }

    /** Whether nothing runs on the directory, and the environment says where Kafka and the store are. */
    static boolean isElsewhere(StackSelection selection) {
        return given("KAFKA_BOOTSTRAP_SERVERS").isPresent()
                && given("MONGO_URI").isPresent()
                && new StackFile(selection.directory()).readRunning().isEmpty();
    }

    private static RunningStack of(StackState state) {
        return new RunningStack(state.url(), new Ports(state.portOffset()), state.processes());
    }

    /** Where its Kafka is: the one that the environment names, as for the stack itself, or its own. */
    String bootstrapServers() {
        return given("KAFKA_BOOTSTRAP_SERVERS").filter(given -> !has("kafka")).orElse("127.0.0.1:" + ports.kafka());
    }

    /** Whether its Kafka is its own, which asks nobody who they are. */
    boolean hasEmbeddedKafka() {
        return has("kafka") || given("KAFKA_BOOTSTRAP_SERVERS").isEmpty();
    }

    /**
     * Where its store is, as options of a program that talks to it; none if the environment says so. Its password is
     * not for the arguments of a process, which everybody on the machine reads.
     */
    List<String> store() {
        return given("MONGO_URI").isPresent() && !has("mongo")
                ? List.of()
                : List.of("--mongo", "mongodb://127.0.0.1:" + ports.mongo());
    }

    private boolean has(String engine) {
        return processes.stream().anyMatch(process -> process.name().equals(engine));
    }

    /** Set but blank means not set. */
    private static Optional<String> given(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }

    /** The id of one of its processes; empty if it cannot be known. */
    Optional<Long> processId(String process) {
        return processes.stream()
                .filter(status -> status.name().equals(process))
                .flatMap(status -> Stream.ofNullable(status.process()))
                .map(ProcessIdentity::pid)
                .findFirst();
    }

    /** What one of its processes runs with, logs and caches left out; empty if it cannot be known. */
    List<String> javaOptions(String process) {
        return processes.stream()
                .filter(status -> status.name().equals(process))
                .flatMap(status -> Stream.ofNullable(status.process()))
                .flatMap(identity -> identity.handle().stream())
                .flatMap(handle -> handle.info().arguments().stream())
                .flatMap(Arrays::stream)
                .takeWhile(argument -> !argument.equals("-jar") && !argument.equals("-cp"))
                .filter(argument -> argument.startsWith("-X") && !argument.startsWith("-Xlog"))
                .filter(argument -> !argument.contains("AOTCache"))
                .toList();
    }
}
