package io.webchat.standalone.engine;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The main class of a process that is one engine: {@code kafka DIR PORT CONTROLLER_PORT} or {@code mongo DIR PORT}. It
 * runs until it is told to stop (SIGTERM) and then closes the engine in an orderly way.
 */
public final class EngineProcess {
    private EngineProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var engine = start(args);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            engine.close();
                            stopped.countDown();
                        },
                        "stop-engine"));
        stopped.await();
    }

    private static Engine start(String[] args) {
        var dir = Path.of(args[1]);
        var port = Integer.parseInt(args[2]);
        return switch (args[0]) {
            case "kafka" -> EmbeddedKafka.start(dir, port, Integer.parseInt(args[3]))::close;
            case "mongo" -> EmbeddedMongo.start(dir, port)::close;
            default -> throw new IllegalArgumentException("engine: " + args[0] + " (expected: kafka or mongo)");
        };
    }

    private interface Engine {
        void close();
    }
}
