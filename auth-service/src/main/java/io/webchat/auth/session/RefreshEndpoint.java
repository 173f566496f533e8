package io.webchat.auth.session;

import io.webchat.auth.account.Accounts;
import io.webchat.auth.session.SessionAnswers.OpenedSession;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/auth/refresh}: another access token for the refresh cookie, which rotates. */
@RestController
final class RefreshEndpoint {
    private final Sessions sessions;
    private final Accounts accounts;
    private final SessionAnswers answers;
    private final RefreshCookie cookie;

    RefreshEndpoint(Sessions sessions, Accounts accounts, SessionAnswers answers, RefreshCookie cookie) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.answers = answers;
        this.cookie = cookie;
    }

    @PostMapping("/api/auth/refresh")
    ResponseEntity<OpenedSession> refresh(HttpServletRequest request) {
        var rotation = cookie.read(request).flatMap(sessions::rotate).orElseThrow(() -> loggedOut(request));
        var session = rotation.session();
        var account = accounts.find(session.user())
                .filter(session::isAdmittedBy)
                .orElseThrow(() -> {
                    sessions.end(session.id());
                    return loggedOut(request);
                });
        return answers.goOn(account, rotation.token(), request);
    }

    /** Clears the cookie too, so that the browser does not ask again in vain. */
    private ProblemException loggedOut(HttpServletRequest request) {
        return new ProblemException(ProblemType.UNAUTHENTICATED, "The session is over. Log in again.")
                .header(HttpHeaders.SET_COOKIE, cookie.cleared(request));
    }
}
