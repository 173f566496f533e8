package io.webchat.auth.session;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.domain.user.Username;
import io.webchat.support.token.AccessTokens;
import io.webchat.support.token.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Those whom the environment names are operators, by every token they get; nobody else is. */
@AuthServiceTest
@TestPropertySource(properties = "OPERATORS= Ada.Operates ,ben-operates")
class OperatorTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private AccessTokens tokens;

    @Test
    void whoIsNamedIsAnOperatorWhateverTheCaseAndWithEveryToken() {
        var registered = api.registered("aDa.oPerates");
        var loggedIn = api.login("ada.operates", PASSWORD);

        for (var answer : List.of(registered, loggedIn, api.refresh(loggedIn.cookie()))) {
            assertThat(answer.text("/scope")).isEqualTo("operator");
            assertThat(tokens.verify(answer.text("/accessToken")).scopes()).containsExactly(Scope.OPERATOR);
        }
    }

    @Test
    void nobodyElseIs() {
        var registered = api.registered(freshName());

        assertThat(registered.body().has("scope")).isFalse();
        assertThat(tokens.verify(registered.text("/accessToken")).scopes()).isEmpty();
    }

    @Test
    void nobodyIsNamedByDefault() {
        assertThat(bound("").usernames()).isEmpty();
        assertThat(bound("ada, Ben").usernames()).containsExactly(new Username("ada"), new Username("Ben"));
    }

    @Test
    void whatIsNoUsernameIsRefusedByTheNameOfTheSetting() {
        assertThatThrownBy(() -> bound("ada,b b"))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("webchat.operators.usernames")
                .hasRootCauseMessage(
                        "must have 3 to 30 letters, digits, dots, dashes or underscores, and begin with a letter or digit");
    }

    private static OperatorProperties bound(String usernames) {
        var source = new MapConfigurationPropertySource(Map.of("webchat.operators.usernames", usernames));
        return new Binder(source).bindOrCreate("webchat.operators", OperatorProperties.class);
    }
}
