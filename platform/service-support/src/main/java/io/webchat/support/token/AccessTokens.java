package io.webchat.support.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.webchat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Access tokens: JSON Web Tokens signed with HS256, with the user as {@code sub}, the session as {@code sid} and what
 * they may beyond everybody else, if anything, as {@code scope} (RFC 8693, section 4.2).
 *
 * <p>Thread-safe, free of I/O: a token that was found good before costs a look-up, so a check may be repeated at will.
 */
public final class AccessTokens {
    private static final String SESSION = "sid";
    private static final String SCOPE = "scope";
    private static final int REMEMBERED = 10_000;

    private final TokenProperties properties;
    private final SecretKey key;
    private final JwtParser parser;
    private final Clock clock;
    private final Cache<String, AuthenticatedUser> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public AccessTokens(TokenProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.key = new SecretKeySpec(properties.secretBytes(), "HmacSHA256");
        this.parser = Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.HS256)
                .and()
                .verifyWith(key)
                .requireIssuer(properties.issuer())
                .requireAudience(properties.audience())
                .clock(() -> Date.from(clock.instant()))
                .build();
    }

    /** Makes a token of somebody who may what everybody may. */
    public String issue(UserId userId, String sessionId, Instant issuedAt, Instant expiresAt) {
        return issue(userId, sessionId, issuedAt, expiresAt, Set.of());
    }

    /** Makes a token. Only auth-service does for anybody outside. {@code expiresAt} counts in whole seconds. */
    public String issue(UserId userId, String sessionId, Instant issuedAt, Instant expiresAt, Set<Scope> scopes) {
        var token = Jwts.builder()
                .issuer(properties.issuer())
                .audience()
                .add(properties.audience())
                .and()
                .subject(userId.toString())
                .claim(SESSION, sessionId)
                .issuedAt(Date.from(issuedAt))
                .expiration(Date.from(expiresAt));
        if (!scopes.isEmpty()) {
            token.claim(SCOPE, Scope.listed(scopes));
        }
        return token.signWith(key, Jwts.SIG.HS256).compact();
    }

    /** Checks signature, issuer, audience and expiry. Throws {@link InvalidTokenException} if any of them is wrong. */
    public AuthenticatedUser verify(String token) {
        var known = verified.getIfPresent(token);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return known;
        }
        try {
            var user = userOf(parser.parseSignedClaims(token).getPayload());
            verified.put(token, user);
            return user;
        } catch (JwtException | IllegalArgumentException | NullPointerException e) {
            throw new InvalidTokenException("the access token is invalid or expired");
        }
    }

    private static AuthenticatedUser userOf(Claims claims) {
        return new AuthenticatedUser(
                UserId.parse(Objects.requireNonNull(claims.getSubject())),
                Objects.requireNonNull(claims.get(SESSION, String.class)),
                Objects.requireNonNull(claims.getExpiration()).toInstant(),
                Scope.in(claims.get(SCOPE, String.class)));
    }
}
