package io.webchat.support.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private static final Instant ISSUED = Instant.parse("2026-05-01T10:00:00Z");

    private final UserId ada = new UserId(UUID.randomUUID());
    private final AtomicReference<Instant> now = new AtomicReference<>(ISSUED);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final AccessTokens tokens = new AccessTokens(
            new TokenProperties("a-secret-of-tests-0123456789-abcdefghij", "webchat", "webchat-api"), clock);

    @Test
    void aTokenThatWasFoundGoodIsGoodUntilItExpiresAndNoLonger() {
        var token = tokens.issue(ada, "session", ISSUED, ISSUED.plusSeconds(60));
        var verified = tokens.verify(token);
        assertThat(verified).isEqualTo(new AuthenticatedUser(ada, "session", ISSUED.plusSeconds(60)));

        now.set(ISSUED.plusSeconds(59));
        assertThat(tokens.verify(token)).isEqualTo(verified);

        now.set(ISSUED.plusSeconds(61));
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void aTokenSaysWhoOperatesThePlatformAndOnlyThatMay() {
        var everybody = tokens.verify(tokens.issue(ada, "session", ISSUED, ISSUED.plusSeconds(60)));
        var token = tokens.issue(ada, "session", ISSUED, ISSUED.plusSeconds(60), Set.of(Scope.OPERATOR));

        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8))
                .contains("\"scope\":\"operator\"");
        assertThat(tokens.verify(token).scopes()).containsExactly(Scope.OPERATOR);
        assertThatCode(tokens.verify(token)::requireOperator).doesNotThrowAnyException();
        assertThat(everybody.scopes()).isEmpty();
        assertThatThrownBy(everybody::requireOperator)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.MISSING_PERMISSION));
    }

    @Test
    void aScopeThatThisVersionDoesNotKnowCountsForNothing() {
        assertThat(Scope.in("openid operator email")).containsExactly(Scope.OPERATOR);
        assertThat(Scope.in("operators OPERATOR")).isEmpty();
        assertThat(Scope.in("")).isEmpty();
        assertThat(Scope.in(null)).isEmpty();
    }

    @Test
    void aTokenThatDiffersFromAGoodOneIsStillRefused() {
        var token = tokens.issue(ada, "session", ISSUED, ISSUED.plusSeconds(60));
        tokens.verify(token);

        var middle = token.length() - 20;
        var changed =
                token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
        assertThatThrownBy(() -> tokens.verify(changed)).isInstanceOf(InvalidTokenException.class);
    }
}
