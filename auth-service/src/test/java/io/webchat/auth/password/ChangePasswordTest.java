package io.webchat.auth.password;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.auth.account.Accounts;
import io.webchat.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthServiceTest
class ChangePasswordTest {
    private static final String ANOTHER = "a wholly different horse";

    @Autowired
    private AuthApi api;

    @Autowired
    private Accounts accounts;

    private final String name = freshName();
    private AuthApi.Answer login;
    private String token;

    @BeforeEach
    void logIn() {
        login = api.registered(name);
        token = login.text("/accessToken");
    }

    @Test
    void theNewPasswordLogsInAndTheOldOneDoesNot() {
        assertThat(api.changePassword(token, PASSWORD, ANOTHER).status()).isEqualTo(204);

        assertThat(api.login(name, ANOTHER).status()).isEqualTo(200);
        assertThat(api.login(name, PASSWORD).problem()).isEqualTo("invalid-credentials");
    }

    @Test
    void allOtherSessionsEndAndTheOneThatChangedItGoesOn() {
        var other = api.login(name, PASSWORD);

        api.changePassword(token, PASSWORD, ANOTHER);

        assertThat(api.refresh(other.cookie()).problem()).isEqualTo("unauthenticated");
        var refreshed = api.refresh(login.cookie());
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(api.refresh(refreshed.cookie()).status()).isEqualTo(200);
        assertThat(api.refresh(api.login(name, ANOTHER).cookie()).status()).isEqualTo(200);
    }

    @Test
    void theNextChangeEndsTheSessionThatMadeTheOneBefore() {
        api.changePassword(token, PASSWORD, ANOTHER);
        var later = api.login(name, ANOTHER);

        assertThat(api.changePassword(later.text("/accessToken"), ANOTHER, PASSWORD)
                        .status())
                .isEqualTo(204);

        assertThat(api.refresh(login.cookie()).problem()).isEqualTo("unauthenticated");
        assertThat(api.refresh(later.cookie()).status()).isEqualTo(200);
    }

    @Test
    void aSessionOpenedWithThePasswordOfBeforeEndsThoughNothingTidiedItUp() {
        var other = api.login(name, PASSWORD);
        var account = accounts.require(UserId.parse(login.text("/user/userId")));

        accounts.changePassword(account, account.passwordHash(), "6b1c5c3e-0000-4000-8000-000000000000");

        assertThat(api.refresh(other.cookie()).problem()).isEqualTo("unauthenticated");
    }

    @Test
    void aWrongPasswordNamesItsFieldAndChangesNothing() {
        var other = api.login(name, PASSWORD);

        var answer = api.changePassword(token, "not the password", ANOTHER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("wrong-password");
        assertThat(answer.fields()).containsExactly("currentPassword");
        assertThat(api.login(name, PASSWORD).status()).isEqualTo(200);
        assertThat(api.refresh(other.cookie()).status()).isEqualTo(200);
    }

    @Test
    void everyFaultyFieldIsNamed() {
        assertThat(api.changePassword(token, Map.of("newPassword", "short")).fields())
                .containsExactly("currentPassword", "newPassword");
        assertThat(api.changePassword(token, PASSWORD, "1234567").problem()).isEqualTo("invalid-request");
        assertThat(api.login(name, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aRepetitionHasTheSameOutcomeForTheSessionThatMadeIt() {
        var other = api.login(name, PASSWORD).text("/accessToken");
        api.changePassword(token, PASSWORD, ANOTHER);

        assertThat(api.changePassword(token, PASSWORD, ANOTHER).status()).isEqualTo(204);
        assertThat(api.changePassword(other, PASSWORD, ANOTHER).problem()).isEqualTo("unauthenticated");
    }

    @Test
    void ofSeveralThatChangeItAtOnceOneWinsAndOnlyItsSessionGoesOn() throws Exception {
        var logins =
                IntStream.range(0, 3).mapToObj(i -> api.login(name, PASSWORD)).toList();
        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(
                            () -> api.changePassword(logins.get(i).text("/accessToken"), PASSWORD, ANOTHER + i)
                                    .status()))
                    .toList();
            statuses = List.of(
                    changes.get(0).get(), changes.get(1).get(), changes.get(2).get());
        }

        // Who comes late finds another password, or is not logged in any more.
        assertThat(statuses).containsOnlyOnce(204).isSubsetOf(204, 403, 401);
        assertThat(IntStream.range(0, 3)
                        .mapToObj(i -> api.refresh(logins.get(i).cookie()).status() == 200)
                        .toList())
                .isEqualTo(statuses.stream().map(status -> status == 204).toList());
    }

    @Test
    void nobodyChangesItWithoutAnAccessToken() {
        assertThat(api.changePassword("forged", PASSWORD, ANOTHER).status()).isEqualTo(401);
    }
}
