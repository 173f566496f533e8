package io.webchat.support.token;

import io.webchat.domain.user.UserId;
import jakarta.servlet.ServletRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Whoever sent a valid access token. Controllers take it as a parameter.
 *
 * @param sessionId the login that the token came from; stays the same when the token is refreshed
 * @param expiresAt when the token ceases to be valid
 */
public record AuthenticatedUser(UserId userId, String sessionId, Instant expiresAt) {
    void attachTo(ServletRequest request) {
        request.setAttribute(AuthenticatedUser.class.getName(), this);
    }

    /** The caller of a request; empty only on public paths. */
    public static Optional<AuthenticatedUser> of(ServletRequest request) {
        return Optional.ofNullable((AuthenticatedUser) request.getAttribute(AuthenticatedUser.class.getName()));
    }
}
