package io.webchat.support.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Tells who sent a request, by its bearer token (RFC 6750). A token is checked once, however many filters ask. */
public final class Callers {
    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;

    Callers(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** Whoever has a valid token; empty for everybody else. */
    public Optional<AuthenticatedUser> valid(HttpServletRequest request) {
        try {
            return identified(request);
        } catch (InvalidTokenException e) {
            return Optional.empty();
        }
    }

    /** Empty without a token; throws {@link InvalidTokenException} if there is one that is not valid. */
    Optional<AuthenticatedUser> identified(HttpServletRequest request) {
        var known = AuthenticatedUser.of(request);
        if (known.isPresent()) {
            return known;
        }
        var user = bearerToken(request).map(tokens::verify);
        user.ifPresent(caller -> caller.attachTo(request));
        return user;
    }

    private static Optional<String> bearerToken(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
