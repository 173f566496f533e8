package io.webchat.auth.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie that carries the refresh token: out of reach of scripts, and sent to nobody but this service. */
@Component
final class RefreshCookie {
    static final String NAME = "webchat_refresh";

    private static final String PATH = "/api/auth";

    private final Duration lifetime;

    RefreshCookie(SessionProperties properties) {
        this.lifetime = properties.idleLifetime();
    }

    Optional<RefreshToken> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? Optional.empty() : RefreshToken.parse(cookie.getValue());
    }

    String holding(RefreshToken token, HttpServletRequest request) {
        return cookie(token.text(), lifetime, request);
    }

    String cleared(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    /** Secure where the browser came by HTTPS, which the gateway reports in {@code X-Forwarded-Proto}. */
    private static String cookie(String value, Duration lifetime, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(PATH)
                .maxAge(lifetime)
                .build()
                .toString();
    }
}
