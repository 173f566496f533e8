package io.webchat.support.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
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
    void aTokenThatDiffersFromAGoodOneIsStillRefused() {
        var token = tokens.issue(ada, "session", ISSUED, ISSUED.plusSeconds(60));
        tokens.verify(token);

        var middle = token.length() - 20;
        var changed =
                token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
        assertThatThrownBy(() -> tokens.verify(changed)).isInstanceOf(InvalidTokenException.class);
    }
}
