package io.webchat.test;

import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.support.token.AccessTokens;
import io.webchat.support.token.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Somebody who is logged in, as far as every service but auth-service is concerned.
 *
 * @param bearer the value of the {@code Authorization} header
 */
public record TestUser(UserId id, String bearer) {
    /** A new user with a valid access token. */
    public static TestUser loggedIn(AccessTokens tokens) {
        return loggedIn(tokens, Set.of());
    }

    /** A new user whose access token makes them an operator. */
    public static TestUser operating(AccessTokens tokens) {
        return loggedIn(tokens, Set.of(Scope.OPERATOR));
    }

    private static TestUser loggedIn(AccessTokens tokens, Set<Scope> scopes) {
        var id = new UserId(Ids.fresh());
        var now = Instant.now();
        var token = tokens.issue(id, Ids.fresh().toString(), now, now.plus(Duration.ofMinutes(10)), scopes);
        return new TestUser(id, "Bearer " + token);
    }
}
