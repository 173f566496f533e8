package io.webchat.auth.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.webchat.support.token.AuthenticatedUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/auth/sessions}: where the caller is logged in, the place used last first. */
@RestController
final class SessionListEndpoint {
    private final Sessions sessions;

    SessionListEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/api/auth/sessions")
    OpenSessions listSessions(AuthenticatedUser user) {
        return new OpenSessions(sessions.of(sessions.requireOpen(user)).stream()
                .map(session -> OpenSession.of(session, user.sessionId()))
                .toList());
    }

    record OpenSessions(List<OpenSession> sessions) {}

    /** @param isCurrent whether the request comes from it */
    record OpenSession(
            String sessionId,
            Instant createdAt,
            Instant lastUsedAt,
            @Nullable String userAgent,
            @JsonProperty("isCurrent") boolean isCurrent) {
        static OpenSession of(Session session, String current) {
            return new OpenSession(
                    session.id(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.userAgent(),
                    session.id().equals(current));
        }
    }
}
