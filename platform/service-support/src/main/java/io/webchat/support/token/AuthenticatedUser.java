package io.webchat.support.token;

import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import jakarta.servlet.ServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever sent a valid access token. Controllers take it as a parameter.
 *
 * @param sessionId the login that the token came from; stays the same when the token is refreshed
 * @param expiresAt when the token ceases to be valid
 * @param scopes what the caller may beyond everybody else
 */
public record AuthenticatedUser(UserId userId, String sessionId, Instant expiresAt, Set<Scope> scopes) {
    /** Somebody who may what everybody may. */
    public AuthenticatedUser(UserId userId, String sessionId, Instant expiresAt) {
        this(userId, sessionId, expiresAt, Set.of());
    }

    /** Throws {@code missing-permission} (403) unless the caller operates the platform. */
    public void requireOperator() {
        if (!scopes.contains(Scope.OPERATOR)) {
            throw new ProblemException(
                    ProblemType.MISSING_PERMISSION, "Only those who operate this platform may do that.");
        }
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(AuthenticatedUser.class.getName(), this);
    }

    /** The caller of a request; empty only on public paths. */
    public static Optional<AuthenticatedUser> of(ServletRequest request) {
        return Optional.ofNullable((AuthenticatedUser) request.getAttribute(AuthenticatedUser.class.getName()));
    }
}
