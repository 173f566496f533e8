package io.webchat.auth.session;

import io.webchat.auth.account.Account;
import io.webchat.auth.account.PublicProfile;
import io.webchat.support.token.AccessTokens;
import io.webchat.support.token.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers that log somebody in: an access token in the body, the refresh token in the cookie, nothing cached. */
@Component
public class SessionAnswers {
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final Operators operators;
    private final RefreshCookie cookie;
    private final SessionProperties properties;
    private final Clock clock;

    SessionAnswers(
            Sessions sessions,
            AccessTokens accessTokens,
            Operators operators,
            RefreshCookie cookie,
            SessionProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.operators = operators;
        this.cookie = cookie;
        this.properties = properties;
        this.clock = clock;
    }

    /** Opens a session for somebody who has just proved to be the owner of the account. */
    public ResponseEntity<OpenedSession> open(
            Account account, HttpStatus status, HttpHeaders headers, HttpServletRequest request) {
        var token = sessions.open(account, request.getHeader(HttpHeaders.USER_AGENT));
        return answer(account, token, status, headers, request);
    }

    ResponseEntity<OpenedSession> goOn(Account account, RefreshToken token, HttpServletRequest request) {
        return answer(account, token, HttpStatus.OK, new HttpHeaders(), request);
    }

    private ResponseEntity<OpenedSession> answer(
            Account account, RefreshToken token, HttpStatus status, HttpHeaders headers, HttpServletRequest request) {
        var now = clock.instant();
        var expiresAt = now.plus(properties.accessTokenLifetime()).truncatedTo(ChronoUnit.SECONDS);
        var scopes = operators.scopesOf(account);
        var accessToken = accessTokens.issue(account.userId(), token.sessionId(), now, expiresAt, scopes);
        return ResponseEntity.status(status)
                .headers(headers)
                .header(HttpHeaders.SET_COOKIE, cookie.holding(token, request))
                .cacheControl(CacheControl.noStore())
                .body(new OpenedSession(
                        accessToken, expiresAt, scopes.isEmpty() ? null : Scope.listed(scopes), account.profile()));
    }

    /**
     * What a client needs to act as this user until {@code expiresAt}.
     *
     * @param scope what the user may beyond everybody else, as in the token; null for nothing
     */
    public record OpenedSession(
            String accessToken, Instant expiresAt, @Nullable String scope, PublicProfile user) {
        /** Without the token. */
        @Override
        public String toString() {
            return "OpenedSession[" + user + "]";
        }
    }
}
