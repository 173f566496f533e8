package io.webchat.auth.session;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import io.webchat.auth.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@AuthServiceTest
class SessionListTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private TestClock clock;

    private final String name = freshName();
    private AuthApi.Answer login;
    private String token;

    @BeforeEach
    void logIn() {
        login = api.registered(name);
        token = login.text("/accessToken");
    }

    @Test
    void listsWhereOneIsLoggedInTheOneUsedLastFirst() {
        var phone = loginWith("Phone/1.0");
        clock.forward(Duration.ofMinutes(5));
        api.refresh(login.cookie());

        var answer = api.sessions(token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/sessions").size()).isEqualTo(2);
        assertThat(answer.body().at("/sessions/0/isCurrent").asBoolean()).isTrue();
        assertThat(answer.body().at("/sessions/1/isCurrent").asBoolean()).isFalse();
        assertThat(answer.text("/sessions/1/userAgent")).isEqualTo("Phone/1.0");
        assertThat(Instant.parse(answer.text("/sessions/0/lastUsedAt")))
                .isAfter(Instant.parse(answer.text("/sessions/0/createdAt")).plusSeconds(299));
        assertThat(idsOf(api.sessions(phone.text("/accessToken")))).isEqualTo(idsOf(answer));
        assertThat(answer.body().toString()).doesNotContain("oken", "ash");
    }

    @Test
    void aUserAgentIsShortened() {
        assertThat(api.sessions(loginWith("x".repeat(2_000)).text("/accessToken"))
                        .text("/sessions/0/userAgent"))
                .hasSize(256);
    }

    @Test
    void whatHasEndedIsNotListed() {
        api.logout(api.login(name, PASSWORD).cookie());
        assertThat(idsOf(api.sessions(token))).hasSize(1);

        clock.forward(Duration.ofDays(30).plusSeconds(1));
        var later = api.login(name, PASSWORD);
        assertThat(idsOf(api.sessions(later.text("/accessToken")))).hasSize(1);
    }

    @Test
    void oneSessionIsEndedAndTheOthersGoOn() {
        var phone = loginWith("Phone/1.0");
        var id = current(api.sessions(phone.text("/accessToken")));

        assertThat(api.revoke(token, id).status()).isEqualTo(204);

        assertThat(api.refresh(phone.cookie()).problem()).isEqualTo("unauthenticated");
        assertThat(api.refresh(login.cookie()).status()).isEqualTo(200);
        assertThat(api.revoke(token, id).status()).isEqualTo(204);
        assertThat(api.revoke(token, "nonsense").status()).isEqualTo(204);
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        var stranger = api.registered(freshName()).text("/accessToken");

        assertThat(api.revoke(stranger, current(api.sessions(token))).status()).isEqualTo(204);

        assertThat(api.refresh(login.cookie()).status()).isEqualTo(200);
        assertThat(idsOf(api.sessions(stranger))).hasSize(1);
    }

    @Test
    void loggingOutEverywhereEndsAllOfOnesSessionsAndNoOthers() {
        var phone = loginWith("Phone/1.0");
        var stranger = api.registered(freshName());

        var answer = api.revokeAll(token);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.setCookie()).startsWith("webchat_refresh=;").contains("; Max-Age=0");
        assertThat(api.refresh(phone.cookie()).status()).isEqualTo(401);
        assertThat(api.refresh(login.cookie()).status()).isEqualTo(401);
        assertThat(api.refresh(stranger.cookie()).status()).isEqualTo(200);
    }

    @Test
    void anAccessTokenIsNoGoodHereOnceItsSessionHasEnded() {
        var thief = loginWith("Thief/1.0");
        var stolen = thief.text("/accessToken");
        api.revoke(token, current(api.sessions(stolen)));

        assertThat(api.sessions(stolen).problem()).isEqualTo("unauthenticated");
        assertThat(api.revoke(stolen, current(api.sessions(token))).problem()).isEqualTo("unauthenticated");
        assertThat(api.revokeAll(stolen).problem()).isEqualTo("unauthenticated");
        assertThat(api.changePassword(stolen, PASSWORD, "a wholly different horse")
                        .problem())
                .isEqualTo("unauthenticated");
        assertThat(api.refresh(login.cookie()).status()).isEqualTo(200);
    }

    @Test
    void nobodyListsSessionsWithoutAnAccessToken() {
        assertThat(api.sessions("forged").status()).isEqualTo(401);
        assertThat(api.revoke("forged", "x").status()).isEqualTo(401);
        assertThat(api.revokeAll("forged").status()).isEqualTo(401);
    }

    private AuthApi.Answer loginWith(String userAgent) {
        return api.post("login", Map.of("login", name, "password", PASSWORD), null, HttpHeaders.USER_AGENT, userAgent);
    }

    private static List<String> idsOf(AuthApi.Answer sessions) {
        return sessions.body()
                .at("/sessions")
                .valueStream()
                .map(session -> session.get("sessionId").asString())
                .toList();
    }

    private static String current(AuthApi.Answer sessions) {
        return sessions.body()
                .at("/sessions")
                .valueStream()
                .filter(session -> session.get("isCurrent").asBoolean())
                .map(session -> session.get("sessionId").asString())
                .findFirst()
                .orElseThrow();
    }
}
