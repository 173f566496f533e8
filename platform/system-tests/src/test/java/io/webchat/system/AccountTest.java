package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.client.Ids;
import io.webchat.client.WebChatClient;
import io.webchat.client.gateway.GatewayConnection;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Stack;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and who is not. */
@NeedsStack
class AccountTest {
    private static final String COOKIE = "webchat_refresh";
    private static final int LONG_ENOUGH = 20;

    private final Person ada = Person.register("ada");

    @Test
    void aUserLogsInByAddressAndByNameWhateverTheCase() {
        for (var login :
                new String[] {ada.email(), ada.username(), ada.username().toUpperCase(Locale.ROOT)}) {
            var answer = login(login, Person.PASSWORD);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("user").path("userId").asString())
                    .isEqualTo(ada.id().toString());
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() {
        var wrongPassword = login(ada.username(), "another password");
        var unknownUser = login("nobody-" + Person.unique(), Person.PASSWORD);

        assertThat(wrongPassword.outcome()).isEqualTo("401 invalid-credentials");
        assertThat(unknownUser.outcome()).isEqualTo("401 invalid-credentials");
        assertThat(wrongPassword.json().path("detail"))
                .isEqualTo(unknownUser.json().path("detail"));
        assertThat(wrongPassword.json().propertyNames())
                .isEqualTo(unknownUser.json().propertyNames());
    }

    @Test
    void theRefreshTokenIsInAnHttpOnlyCookieAndNowhereElse() {
        var answer = login(ada.username(), Person.PASSWORD);
        var header = answer.headers().firstValue("Set-Cookie").orElseThrow();
        var token = refreshToken(answer);

        assertThat(header).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/api/auth");
        assertThat(answer.body()).doesNotContain(token);
    }

    @Test
    void aRefreshRotatesTheTokenAndReuseOfAnOldOneEndsTheSession() {
        var first = refreshToken(login(ada.username(), Person.PASSWORD));
        var refreshed = refresh(first);
        assertThat(refreshed.status()).isEqualTo(200);
        var second = refreshToken(refreshed);
        assertThat(second).isNotEqualTo(first);
        var third = refreshToken(refresh(second));

        assertThat(refresh(first).outcome()).isEqualTo("401 unauthenticated");
        assertThat(refresh(third).outcome()).as("a copy ends the session").isEqualTo("401 unauthenticated");
    }

    @Test
    void loggingOutEndsTheSessionAndMayBeRepeated() {
        var token = refreshToken(login(ada.username(), Person.PASSWORD));
        var loggedOut = logout(token);

        assertThat(loggedOut.status()).isEqualTo(204);
        assertThat(loggedOut.cookie(COOKIE).orElseThrow().getMaxAge()).isZero();
        assertThat(refresh(token).outcome()).isEqualTo("401 unauthenticated");
        assertThat(logout(token).status()).isEqualTo(204);
        assertThat(Ask.post("/api/auth/logout").answer().status())
                .as("without a cookie")
                .isEqualTo(204);
    }

    @Test
    void loggingOutEndsTheSocketsOfTheSessionAtEveryInstanceAndNoOthers() throws Exception {
        var phone = new WebChatClient(Stack.http(), Stack.endpoints());
        phone.login(ada.username(), Person.PASSWORD);
        var ending = Stack.instances("push").stream()
                .map(instance ->
                        phone.at(Stack.endpoints().withGateway(instance)).connect(event -> {}))
                .toList();
        try (var staying = ada.client().connect(event -> {})) {
            for (var socket : ending) {
                socket.ready().get(LONG_ENOUGH, TimeUnit.SECONDS);
            }
            staying.ready().get(LONG_ENOUGH, TimeUnit.SECONDS);

            phone.logout();

            for (var socket : ending) {
                assertThat(socket.closed().get(LONG_ENOUGH, TimeUnit.SECONDS).code())
                        .isEqualTo(4012);
            }
            assertThat(staying.closed()).isNotDone();
        } finally {
            ending.forEach(GatewayConnection::close);
        }
    }

    @Test
    void aRefreshNeedsItsCookie() {
        assertThat(Ask.post("/api/auth/refresh").answer().outcome()).isEqualTo("401 unauthenticated");
        assertThat(refresh("made-up").outcome()).isEqualTo("401 unauthenticated");
    }

    @Test
    void aUserMayAskWhoTheyAre() {
        var me = Ask.get("/api/auth/me").as(ada).answer();

        assertThat(me.json().path("username").asString()).isEqualTo(ada.username());
        assertThat(me.json().path("email").asString()).isEqualTo(ada.email());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/api/auth/me",
                "/api/servers",
                "/api/servers/0197b3a0-0000-7000-8000-000000000001",
                "/api/servers/0197b3a0-0000-7000-8000-000000000001/members",
                "/api/channels/0197b3a0-0000-7000-8000-000000000002/messages",
                "/api/users?ids=0197b3a0-0000-7000-8000-000000000004"
            })
    void everyQueryNeedsAnAccessToken(String path) {
        assertThat(Ask.get(path).answer().outcome()).isEqualTo("401 unauthenticated");
        assertThat(Ask.get(path)
                        .with("Authorization", "Bearer " + forged())
                        .answer()
                        .outcome())
                .isEqualTo("401 unauthenticated");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/api/servers",
                "/api/servers/0197b3a0-0000-7000-8000-000000000001/invites",
                "/api/invites/made-up/join",
                "/api/channels/0197b3a0-0000-7000-8000-000000000002/messages"
            })
    void everyCommandNeedsAnAccessToken(String path) {
        var body = "{'name':'x','messageId':'%s','content':'hi'}".formatted(Ids.fresh());

        assertThat(Ask.post(path)
                        .with("Idempotency-Key", "k")
                        .json(body)
                        .answer()
                        .outcome())
                .isEqualTo("401 unauthenticated");
        assertThat(Ask.post(path)
                        .with("Idempotency-Key", "k")
                        .with("Authorization", "Bearer " + forged())
                        .json(body)
                        .answer()
                        .outcome())
                .isEqualTo("401 unauthenticated");
    }

    /** Ada's own token with somebody else's signature, and one without any. */
    private String forged() {
        var parts = ada.client().accessToken().split("\\.", -1);
        var signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[0] ^= 1;
        return parts[0] + "." + parts[1] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static Answer login(String login, String password) {
        return Ask.post("/api/auth/login")
                .json("{'login':'%s','password':'%s'}".formatted(login, password))
                .answer();
    }

    private static Answer refresh(String token) {
        return Ask.post("/api/auth/refresh")
                .with("Cookie", COOKIE + "=" + token)
                .answer();
    }

    private static Answer logout(String token) {
        return Ask.post("/api/auth/logout").with("Cookie", COOKIE + "=" + token).answer();
    }

    private static String refreshToken(Answer answer) {
        return answer.cookie(COOKIE).orElseThrow().getValue();
    }
}
