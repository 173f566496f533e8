package io.webchat.standalone.supervisor;

import io.webchat.standalone.engine.EngineProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engines of a data directory without any service, for as long as something is done to their data.
 * Meanwhile the directory is locked, so that no stack starts on it. Engines that the environment names are not started.
 */
public final class EnginesAlone implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(45);
    private static final int POLL_MS = 100;

    private final DataDirectory data;
    private final Ports ports;
    private final List<Process> processes = new ArrayList<>();
    private final FileChannel lock;
    private final Reaper reaper;
    private @Nullable String kafka;
    private @Nullable String mongo;

    private EnginesAlone(DataDirectory data, Ports ports, FileChannel lock) throws IOException {
        this.data = data;
        this.ports = ports;
        this.lock = lock;
        this.reaper = Reaper.start();
    }

    /**
     * Starts them and returns when they take requests.
     *
     * @throws StartRefused if a stack runs on the directory, or they do not start
     */
    public static EnginesAlone start(DataDirectory data, Ports ports, Map<String, String> environment)
            throws IOException, InterruptedException {
        data.create();
        var lock = data.lock()
                .orElseThrow(
                        () -> new StartRefused("WebChat runs on " + data.root() + ". Stop it first (./webchat down)."));
        var engines = new EnginesAlone(data, ports, lock);
        try {
            engines.startAll(environment);
        } catch (IOException | InterruptedException | RuntimeException e) {
            engines.close();
            throw e;
        }
        return engines;
    }

    private void startAll(Map<String, String> environment) throws IOException, InterruptedException {
        if (environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "").isBlank()) {
            Preflight.ports(List.of(ports.kafka(), ports.kafkaController()), List.of(), ports.kafka());
            var health = new HealthCheck.KafkaAnswers(ports.kafka());
            start("512m", "kafka", health, data.kafka(), ports.kafka(), ports.kafkaController());
            kafka = "127.0.0.1:" + ports.kafka();
        }
        if (environment.getOrDefault("MONGO_URI", "").isBlank()) {
            Preflight.ports(List.of(ports.mongo()), List.of(), ports.mongo());
            var health = new HealthCheck.Listening(ports.mongo());
            start("256m", "mongo", health, data.mongo(), ports.mongo());
            mongo = "mongodb://127.0.0.1:" + ports.mongo();
        }
    }

    /** {@code host:port} of the one that was started; empty if the environment names another. */
    public Optional<String> kafka() {
        return Optional.ofNullable(kafka);
    }

    /** The connection string of the one that was started; empty if the environment names another. */
    public Optional<String> mongo() {
        return Optional.ofNullable(mongo);
    }

    private void start(String heap, String engine, HealthCheck health, Path directory, int... enginePorts)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=engine-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                EngineProcess.class.getName(),
                engine,
                directory.toString()));
        IntStream.of(enginePorts).mapToObj(Integer::toString).forEach(command::add);
        var log = data.logs().resolve(engine + ".log");
        // In a session of its own: after Ctrl-C the reaper stops it, in an orderly way.
        var process = new ProcessBuilder(OwnSession.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        processes.add(process);
        reaper.started(ProcessSpec.ENGINES, process.pid());
        var deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!health.passes()) {
            if (process.waitFor(POLL_MS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new StartRefused("The embedded " + engine + " does not start. What it says is in " + log + ".");
            }
        }
    }

    /** Stops them in an orderly way and returns when everything is on disk. */
    @Override
    public void close() throws IOException, InterruptedException {
        processes.forEach(Process::destroy);
        for (var process : processes) {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            reaper.ended(ProcessSpec.ENGINES, process.pid());
        }
        reaper.close();
        lock.close();
    }
}
