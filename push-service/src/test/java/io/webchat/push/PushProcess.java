package io.webchat.push;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.webchat.test.Infrastructure;
import io.webchat.test.ServiceEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A push-service in a process of its own, on the shared Kafka and Redis: unlike a {@link PushInstance} it can be
 * killed, and can stand still.
 */
final class PushProcess implements Gateway, AutoCloseable {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);

    private final Process process;
    private final int port;

    private PushProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one and waits until clients can connect.
     *
     * @param folder for what it has to say
     * @param settings {@code name=value}
     */
    static PushProcess start(Path folder, String... settings) throws IOException {
        var port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                PushApplication.class.getName(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--management.server.address=127.0.0.1",
                "--springdoc.api-docs.enabled=false"));
        for (var setting : settings) {
            command.add("--" + setting);
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("push.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        Infrastructure.shared().kafkaBootstrapServers(),
                        "REDIS_URL",
                        Infrastructure.shared().redisUrl(),
                        "JWT_SECRET",
                        ServiceEnvironment.JWT_SECRET,
                        "WEBCHAT_REPLICATION_FACTOR",
                        "1"));
        var started = new PushProcess(builder.start(), port);
        await().atMost(LONG_ENOUGH).until(() -> started.isListening() || !started.process.isAlive());
        if (!started.process.isAlive()) {
            throw new AssertionError("it ended at once, see " + folder);
        }
        return started;
    }

    @Override
    public int port() {
        return port;
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(LONG_ENOUGH.toSeconds(), SECONDS)) {
            throw new AssertionError("still there");
        }
    }

    /** It stands still from here on, as a process does that gets no time from its machine. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** It goes on, and does not know that it ever stood still. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("it cannot be told to " + name);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean isListening() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
