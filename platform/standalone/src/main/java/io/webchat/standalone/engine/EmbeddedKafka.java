package io.webchat.standalone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in this JVM: one node that is broker and controller (KRaft), without authentication unless it is
 * asked for, on the loopback address. Its directory is formatted on the first start; topics, records and committed
 * offsets are there again on the next one, also under another port.
 *
 * <p>Acknowledged records survive the death of the process, not that of the machine: Kafka leaves flushing to the
 * operating system and has no second replica here. A fatal fault inside the broker ends the JVM, as Kafka means it to.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** The user of a secured broker who may do everything; the broker itself is one, too. */
    public static final String ADMIN = "admin";

    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @param dir of its data; created if missing
     * @param port of its listener; 0 takes a free one
     */
    public static EmbeddedKafka start(Path dir, int port) {
        return start(dir, port, 0);
    }

    /** As {@link #start(Path, int)}, with the port of the controller (0: a free one) given as well. */
    public static EmbeddedKafka start(Path dir, int port, int controllerPort) {
        return start(dir, port, controllerPort, Map.of());
    }

    /**
     * One that asks its clients who they are (SASL, in clear): by {@code PLAIN} the users given here, and by
     * {@code SCRAM-SHA-512} those that an admin client adds. For trying out what talks to such a broker.
     *
     * @param passwords of the users, by their names; one of them is {@link #ADMIN}, who may do everything
     * @param settings of the broker, added to its own or in place of them
     */
    public static EmbeddedKafka startSecured(Path dir, Map<String, String> passwords, Map<String, String> settings) {
        var port = FreePorts.orFree(0);
        var controllerPort = FreePorts.orFree(0);
        var secured = new HashMap<>(KafkaSettings.secured(port, controllerPort, passwords));
        secured.putAll(settings);
        return start(dir, port, controllerPort, secured);
    }

    /** As {@link #start(Path, int, int)}, with settings of the broker that are added to its own or in place of them. */
    public static EmbeddedKafka start(Path dir, int port, int controllerPort, Map<String, String> more) {
        var directory = dir.toAbsolutePath().normalize();
        var listener = FreePorts.orFree(port);
        try {
            KafkaStorage.formatOnce(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = KafkaSettings.singleNode(directory, listener, FreePorts.orFree(controllerPort));
        settings.putAll(more);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new EmbeddedKafka(server, listener);
    }

    /** What clients put into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops in an orderly way and returns when everything is on disk. Further calls do nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
