package io.webchat.standalone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Redis server as a child process, without authentication, on the loopback address.
 *
 * <p>It appends every change to a file and flushes that once a second: a killed process loses nothing, a power cut up
 * to a second. Redis holds caches and ephemeral things only, so a loss makes things slower, never wrong.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final String PONG = "+PONG";
    private static final int PING_TIMEOUT_MS = 1_000;
    private static final Duration START_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Process process;
    private final int port;
    private final Thread stopWithJvm;

    private EmbeddedRedis(Process process, int port) {
        this.process = process;
        this.port = port;
        this.stopWithJvm = new Thread(process::destroy, "stop-redis-" + port);
        Runtime.getRuntime().addShutdownHook(stopWithJvm);
    }

    /**
     * Starts a server and returns when it has read its data and takes commands.
     *
     * @param dir of its data; created if missing
     * @param port of its listener; 0 takes a free one
     */
    public static EmbeddedRedis start(Path dir, int port) {
        var listener = FreePorts.orFree(port);
        try {
            var process = new ProcessBuilder(command(dir, listener))
                    .redirectErrorStream(true)
                    .redirectOutput(dir.resolve("redis.log").toFile())
                    .start();
            var redis = new EmbeddedRedis(process, listener);
            redis.awaitReady();
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command line of a server on {@code dir} and {@code port}; creates the directory. */
    public static List<String> command(Path dir, int port) throws IOException {
        Files.createDirectories(dir);
        return List.of(
                RedisExecutable.find().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                dir.toAbsolutePath().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--daemonize",
                "no");
    }

    /** The connection string, of database 0. */
    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Stops the server and returns when it is gone. Further calls do nothing. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(stopWithJvm);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // The JVM is going down already, and its hook does the same.
        }
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isReady(port)) {
            if (!process.isAlive()) {
                throw new IOException("Redis ended with exit code " + process.exitValue() + " on port " + port);
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new IOException("Redis did not answer on port " + port + " within " + START_TIMEOUT);
            }
            pause();
        }
    }

    /** Whether a server takes commands: one that still reads its data takes connections and answers LOADING. */
    public static boolean isReady(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PING_TIMEOUT_MS);
            socket.setSoTimeout(PING_TIMEOUT_MS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readNBytes(PONG.length());
            return new String(answer, StandardCharsets.US_ASCII).equals(PONG);
        } catch (IOException e) {
            return false;
        }
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Redis was starting", e);
        }
    }
}
