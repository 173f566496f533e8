package io.webchat.auth.profile;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.auth.SwitchableLog;
import io.webchat.domain.user.UserId;
import io.webchat.support.consistency.ConsistencyTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthServiceTest
class ChangeProfileTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private SwitchableLog log;

    @Autowired
    private ConsistencyTokens tokens;

    private final String name = freshName();
    private AuthApi.Answer login;
    private String token;

    @BeforeEach
    void somebodyIsLoggedIn() {
        login = api.registered(name);
        token = login.text("/accessToken");
    }

    @Test
    void aNameAndAStatusAreChanged() {
        var answer = api.changeProfile(token, Map.of("displayName", " Ada  Lovelace ", "statusText", "at tea"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/displayName")).isEqualTo("Ada  Lovelace");
        assertThat(answer.text("/statusText")).isEqualTo("at tea");
        assertThat(answer.text("/username")).isEqualTo(name);
        assertThat(answer.body().get("revision").asInt()).isEqualTo(1);
        assertThat(api.me(token).body()).isEqualTo(answer.body());
        assertThat(api.login(name, PASSWORD).text("/user/displayName")).isEqualTo("Ada  Lovelace");
        assertThat(api.login(name, PASSWORD).body().at("/user").has("email")).isFalse();
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        api.changeProfile(token, Map.of("displayName", "Ada", "statusText", "at tea"));

        assertThat(api.changeProfile(token, Map.of("displayName", "Countess")).text("/statusText"))
                .isEqualTo("at tea");
        assertThat(api.changeProfile(token, Map.of("statusText", "away")).text("/displayName"))
                .isEqualTo("Countess");
    }

    @Test
    void anEmptyStatusIsNone() {
        api.changeProfile(token, Map.of("statusText", "at tea"));

        var answer = api.changeProfile(token, Map.of("statusText", "  "));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has("statusText")).isFalse();
        assertThat(answer.body().get("revision").asInt()).isEqualTo(2);
    }

    @Test
    void theAnswerCarriesATokenThatCoversTheEvent() {
        var answer = api.changeProfile(token, Map.of("displayName", "Ada"));

        var user = UserId.parse(login.text("/user/userId"));
        var before = tokens.decode(user, List.of(login.header(ConsistencyTokens.HEADER)));
        var after = tokens.decode(user, List.of(answer.header(ConsistencyTokens.HEADER)));
        var stream = before.positions().keySet().iterator().next();
        assertThat(after.nextOffset(stream).orElseThrow())
                .isGreaterThan(before.nextOffset(stream).orElseThrow());
    }

    @Test
    void aRepetitionChangesNothingAndHasTheSameAnswer() {
        var change = Map.of("displayName", "Ada", "statusText", "at tea");
        var first = api.changeProfile(token, change);

        assertThat(api.changeProfile(token, change).body()).isEqualTo(first.body());
        assertThat(api.changeProfile(token, Map.of()).body()).isEqualTo(first.body());
    }

    @Test
    void everyFaultyFieldIsNamedAndNothingIsChanged() {
        var answer = api.changeProfile(token, Map.of("displayName", "x".repeat(33), "statusText", "two\nlines"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.fields()).containsExactly("displayName", "statusText");
        assertThat(api.me(token).text("/displayName")).isEqualTo(name);
        assertThat(api.changeProfile(token, Map.of("displayName", "")).fields()).containsExactly("displayName");
        assertThat(api.changeProfile(token, Map.of("statusText", "x".repeat(129)))
                        .fields())
                .containsExactly("statusText");
        assertThat(api.changeProfile(token, Map.of("displayName", Map.of())).status())
                .isEqualTo(400);
    }

    @Test
    void nobodyChangesAProfileWithoutASession() {
        assertThat(api.changeProfile("forged", Map.of("displayName", "Ada")).problem())
                .isEqualTo("unauthenticated");
        api.logout(login.cookie());
        assertThat(api.changeProfile(token, Map.of("displayName", "Ada")).problem())
                .isEqualTo("unauthenticated");
    }

    @Test
    void aChangeThatTheLogDoesNotHearIsKeptAndCarriesNoToken() {
        log.whileDown(() -> {
            var answer = api.changeProfile(token, Map.of("displayName", "Ada"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header(ConsistencyTokens.HEADER)).isNull();
        });

        assertThat(api.me(token).text("/displayName")).isEqualTo("Ada");
        assertThat(api.changeProfile(token, Map.of("displayName", "Ada")).header(ConsistencyTokens.HEADER))
                .isNotNull();
    }

    @Test
    void whoTheLogHasNotHeardOfChangesNothingYet() {
        var stranger = freshName();
        log.whileDown(() -> {
            var unheardOf = api.registered(stranger).text("/accessToken");
            var answer = api.changeProfile(unheardOf, Map.of("displayName", "Ada"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("log-unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(api.me(unheardOf).text("/displayName")).isEqualTo(stranger);
        });

        var later = api.login(stranger, PASSWORD).text("/accessToken");
        assertThat(api.changeProfile(later, Map.of("displayName", "Ada")).text("/displayName"))
                .isEqualTo("Ada");
    }
}
