package io.webchat.client;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one user holds between requests: the session, the refresh token and the consistency tokens. Shared by all
 * clients of that user, wherever they send to. Safe from any thread.
 */
final class Account {
    /**
     * A request may carry 8 consistency tokens of 4 KB together. Answers of overlapping commands leave one each, so no
     * more than this many overlap.
     */
    private static final int COMMANDS_AT_ONCE = 4;

    private final ConsistencyTokens tokens = new ConsistencyTokens();
    private final Semaphore commands = new Semaphore(COMMANDS_AT_ONCE);
    private volatile @Nullable Session session;
    private volatile @Nullable String refreshToken;

    ConsistencyTokens tokens() {
        return tokens;
    }

    /** Makes a command wait until few enough of this user's are under way. */
    <T> T command(Supplier<T> call) {
        commands.acquireUninterruptibly();
        try {
            return call.get();
        } finally {
            commands.release();
        }
    }

    @Nullable
    Session session() {
        return session;
    }

    @Nullable
    String refreshToken() {
        return refreshToken;
    }

    void loggedIn(Session newSession, @Nullable String newRefreshToken) {
        session = newSession;
        refreshToken = newRefreshToken;
    }

    void loggedOut() {
        session = null;
        refreshToken = null;
    }
}
