package io.webchat.auth.session;

import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.auth.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@AuthServiceTest
class RefreshTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private Sessions sessions;

    @Autowired
    private MongoOperations mongo;

    private AuthApi.Answer login;

    @BeforeEach
    void logIn() {
        login = api.registered(freshName());
    }

    @Test
    void aRefreshGivesANewAccessTokenOfTheSameSessionAndRotatesTheCookie() {
        clock.forward(Duration.ofMinutes(11));
        assertThat(api.me(login.text("/accessToken")).status()).isEqualTo(401);

        var refreshed = api.refresh(login.cookie());

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.body().get("user")).isEqualTo(login.body().get("user"));
        assertThat(refreshed.cookie()).isNotEqualTo(login.cookie());
        assertThat(sessionOf(refreshed)).isEqualTo(sessionOf(login));
        assertThat(api.me(refreshed.text("/accessToken")).status()).isEqualTo(200);
    }

    @Test
    void aReplacedTokenGivesTheSameSuccessorForThirtySeconds() {
        var first = api.refresh(login.cookie());
        clock.forward(Duration.ofSeconds(20));
        var second = api.refresh(login.cookie());

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.cookie()).isEqualTo(first.cookie());
        assertThat(api.refresh(second.cookie()).status()).isEqualTo(200);
    }

    @Test
    void aReplacedTokenThatIsUsedLaterEndsTheSessionForEverybody() {
        var refreshed = api.refresh(login.cookie());
        clock.forward(Duration.ofSeconds(31));

        var copy = api.refresh(login.cookie());

        expectLoggedOut(copy);
        expectLoggedOut(api.refresh(refreshed.cookie()));
    }

    @Test
    void aTokenThatWasReplacedTwiceEndsTheSessionEvenWithinTheGrace() {
        var second = api.refresh(login.cookie());
        var third = api.refresh(second.cookie());

        expectLoggedOut(api.refresh(login.cookie()));
        expectLoggedOut(api.refresh(third.cookie()));
    }

    @Test
    void tabsThatRaceAllGoOnWithTheSameCookie() throws Exception {
        var answers = new ArrayList<AuthApi.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tabs = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> api.refresh(login.cookie())))
                    .toList();
            for (var tab : tabs) {
                answers.add(tab.get());
            }
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers)
                .extracting(AuthApi.Answer::cookie)
                .containsOnly(answers.getFirst().cookie());
        assertThat(api.refresh(answers.getFirst().cookie()).status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsThirtyDaysAfterItsLastRefresh() {
        clock.forward(Duration.ofDays(29));
        var refreshed = api.refresh(login.cookie());
        assertThat(refreshed.status()).isEqualTo(200);

        clock.forward(Duration.ofDays(29));
        var again = api.refresh(refreshed.cookie());
        assertThat(again.status()).isEqualTo(200);

        clock.forward(Duration.ofDays(30).plusSeconds(1));
        expectLoggedOut(api.refresh(again.cookie()));
    }

    @Test
    void expiredSessionsAreRemoved() {
        clock.forward(Duration.ofDays(31));

        sessions.removeExpired();

        assertThat(mongo.findById(sessionOf(login), Document.class, Session.COLLECTION))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "6b1c5c3e-0000-4000-8000-000000000000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "6b1c5c3e-0000-4000-8000-000000000000"
            })
    void aCookieOfNoSessionIsUnauthenticatedAndCleared(String cookie) {
        expectLoggedOut(api.refresh(cookie));
    }

    @Test
    void noCookieIsUnauthenticated() {
        expectLoggedOut(api.refresh(null));
    }

    @Test
    void theCookieIsSecureBehindHttps() {
        var answer = api.post("refresh", Map.of(), login.cookie(), "X-Forwarded-Proto", "https");

        assertThat(answer.setCookie()).contains("; Secure");
    }

    @Test
    void theStoreHoldsNoRefreshToken() {
        var stored = mongo.findById(sessionOf(login), Document.class, Session.COLLECTION)
                .toJson();

        var secret = login.cookie().substring(login.cookie().indexOf('.') + 1);
        assertThat(stored).doesNotContain(secret).doesNotContain("_class");
    }

    @Test
    void loggingOutEndsTheSessionAndClearsTheCookie() {
        var answer = api.logout(login.cookie());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.setCookie()).startsWith("webchat_refresh=;").contains("; Path=/api/auth", "; Max-Age=0");
        expectLoggedOut(api.refresh(login.cookie()));
    }

    @Test
    void loggingOutAgainOrWithoutASessionChangesNothing() {
        api.logout(login.cookie());

        assertThat(api.logout(login.cookie()).status()).isEqualTo(204);
        assertThat(api.logout(null).status()).isEqualTo(204);
        assertThat(api.logout("nonsense").status()).isEqualTo(204);
    }

    @Test
    void nobodyLogsAnotherSessionOutWithAGuess() {
        var guess = sessionOf(login) + "." + "A".repeat(43);

        assertThat(api.logout(guess).status()).isEqualTo(204);
        expectLoggedOut(api.refresh(guess));

        assertThat(api.refresh(login.cookie()).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatWasReplacedManyTimesEndsTheSessionToo() {
        var latest = login.cookie();
        for (var i = 0; i < 20; i++) {
            clock.forward(Duration.ofMinutes(1));
            latest = api.refresh(latest).cookie();
        }

        expectLoggedOut(api.refresh(login.cookie()));

        expectLoggedOut(api.refresh(latest));
    }

    @Test
    void otherSessionsOfTheSameUserGoOn() {
        var other = api.login(login.text("/user/username"), AuthApi.PASSWORD);

        api.logout(login.cookie());

        assertThat(api.refresh(other.cookie()).status()).isEqualTo(200);
    }

    private static void expectLoggedOut(AuthApi.Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.setCookie()).startsWith("webchat_refresh=;").contains("; Max-Age=0");
    }

    private static String sessionOf(AuthApi.Answer answer) {
        var claims = answer.text("/accessToken").split("\\.")[1];
        return new String(Base64.getUrlDecoder().decode(claims)).replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
    }
}
