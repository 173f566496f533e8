package io.webchat.test;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * A server that starts when it is first asked for and stops with the JVM, after the services that use it: they would
 * wait for it in vain, up to half a minute.
 */
final class StartedOnce<T extends AutoCloseable> {
    private final Supplier<T> start;
    private @Nullable T started;

    StartedOnce(Supplier<T> start) {
        this.start = start;
    }

    synchronized T get() {
        if (started == null) {
            var server = start.get();
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            started = server;
        }
        return started;
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("A test server did not stop: " + e);
        }
    }
}
