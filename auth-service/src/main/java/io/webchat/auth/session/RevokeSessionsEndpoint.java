package io.webchat.auth.session;

import io.webchat.support.token.AuthenticatedUser;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code DELETE /api/auth/sessions/{sessionId}} ends one of the caller's sessions, {@code DELETE /api/auth/sessions}
 * all of them, the caller's own included, and their sockets with them. Access tokens that were given out live on for
 * their few minutes, but not here: what has ended ends nothing.
 */
@RestController
final class RevokeSessionsEndpoint {
    private final Sessions sessions;
    private final RefreshCookie cookie;

    RevokeSessionsEndpoint(Sessions sessions, RefreshCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @DeleteMapping("/api/auth/sessions/{sessionId}")
    ResponseEntity<Void> revokeSession(@PathVariable String sessionId, AuthenticatedUser user) {
        sessions.revoke(sessions.requireOpen(user), sessionId);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/api/auth/sessions")
    ResponseEntity<Void> revokeAllSessions(AuthenticatedUser user, HttpServletRequest request) {
        sessions.revokeAll(sessions.requireOpen(user));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared(request))
                .build();
    }
}
