package io.webchat.standalone.engine;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB-compatible store in this JVM (mongo-java-server on H2's MVStore), without authentication, on the loopback
 * address.
 *
 * <p>It keeps its data in one file. A killed process loses up to a second of writes, which the views here read again
 * from the log. It ignores secondary indexes (unique ones hold) and collations, and has no transactions: it is for one
 * machine and modest amounts of data, a real MongoDB for everything else.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String FILE = "store.mv";

    private final MongoServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedMongo(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a store and returns when it takes requests.
     *
     * @param dir of its data, created if missing; null keeps them in memory
     * @param port of its listener; 0 takes a free one
     */
    public static EmbeddedMongo start(@Nullable Path dir, int port) {
        var server = new MongoServer(new Backend(MVStore.open(dir == null ? null : file(dir))));
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (RuntimeException e) {
            server.shutdownNow();
            throw e;
        }
        return new EmbeddedMongo(server, server.getLocalAddress().getPort());
    }

    private static String file(Path dir) {
        try {
            return Files.createDirectories(dir).toAbsolutePath().resolve(FILE).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Backend extends H2Backend {
        Backend(MVStore store) {
            super(store);
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new EmbeddedDatabase(name, getMvStore(), getCursorRegistry());
        }
    }

    /** The connection string, without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** Stops and writes everything to disk. Further calls do nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdownNow();
        }
    }
}
