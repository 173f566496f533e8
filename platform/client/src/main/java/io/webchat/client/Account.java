package io.webchat.client;

import org.jspecify.annotations.Nullable;

/**
 * What one user holds between requests: the session, the refresh token and the consistency tokens. Shared by all
 * clients of that user, wherever they send to. Safe from any thread.
 */
final class Account {
    private final ConsistencyTokens tokens = new ConsistencyTokens();
    private volatile @Nullable Session session;
    private volatile @Nullable String refreshToken;

    ConsistencyTokens tokens() {
        return tokens;
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
