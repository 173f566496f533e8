package io.webchat.client.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log through one connection after the other until it is closed: whenever a connection is lost, another one
 * resumes where it ended, after a pause that is random and grows while attempts fail. Its listener hears each event
 * once and in order, as if there was one connection that never fails, unless a {@code reset} says otherwise.
 */
public final class GatewayFollower implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** Opens a connection: a new one if {@code from} is null, else one that goes on there. May throw. */
    @FunctionalInterface
    public interface Opener {
        GatewayConnection open(@Nullable ResumePoint from, GatewayListener listener);
    }

    private final Opener opener;
    private final Runnable refreshToken;
    private final GatewayListener listener;
    private final CompletableFuture<GatewayClose> ended = new CompletableFuture<>();
    private final Thread thread;
    private volatile @Nullable GatewayConnection connection;
    private volatile boolean closing;

    /**
     * Begins to follow. {@code refreshToken} is called before coming back to a server that refused the access token.
     */
    public GatewayFollower(Opener opener, Runnable refreshToken, GatewayListener listener) {
        this.opener = opener;
        this.refreshToken = refreshToken;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("gateway-follower").start(this::follow);
    }

    /** Whether the present connection has caught up, so that events arrive as they happen. */
    public boolean isLive() {
        var present = connection;
        return present != null && present.isLive();
    }

    /** Cuts the present connection, if there is one, without a close frame; another one will resume. */
    public void drop() {
        var present = connection;
        if (present != null) {
            present.drop();
        }
    }

    /** Done when there will be no more connections: after {@link #close}, or an end that cannot be resumed. */
    public CompletableFuture<GatewayClose> ended() {
        return ended.copy();
    }

    /**
     * Ends the present connection in good order. The listener, which must not call this, hears no more once it has
     * returned.
     */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        ended.join();
    }

    private void follow() {
        var close = GatewayClose.byUs();
        ResumePoint from = null;
        var pause = FIRST_PAUSE;
        try {
            do {
                try {
                    if (close.needsNewToken()) {
                        refreshToken.run();
                    }
                    var present = opener.open(from, listener);
                    connection = present;
                    close = untilClosed(present);
                    from = present.resumePoint().orElse(from);
                    pause = present.wasLive() ? FIRST_PAUSE : longer(pause);
                } catch (GatewayClosedException e) {
                    close = e.close();
                    pause = longer(pause);
                } catch (RuntimeException e) {
                    // The token could not be refreshed, say because nobody is there to do it: the same again, later.
                    pause = longer(pause);
                }
                Thread.sleep(jittered(pause));
            } while (close.canResume() && !closing);
        } catch (InterruptedException e) {
            close = GatewayClose.byUs();
        } finally {
            ended.complete(close);
        }
    }

    private static GatewayClose untilClosed(GatewayConnection connection) throws InterruptedException {
        try (connection) {
            return connection.closed().get();
        } catch (ExecutionException e) {
            throw new AssertionError("an end is never a failure", e);
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(pause.toNanos() / 2, pause.toNanos()));
    }
}
