package io.webchat.auth.session;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/auth/logout}: ends the session of the refresh cookie, if there is one, and clears the cookie. */
@RestController
final class LogoutEndpoint {
    private final Sessions sessions;
    private final RefreshCookie cookie;

    LogoutEndpoint(Sessions sessions, RefreshCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @PostMapping("/api/auth/logout")
    ResponseEntity<Void> logout(HttpServletRequest request) {
        cookie.read(request).ifPresent(sessions::close);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared(request))
                .build();
    }
}
