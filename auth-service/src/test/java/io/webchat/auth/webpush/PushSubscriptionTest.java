package io.webchat.auth.webpush;

import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a server takes, and that one without keys takes none. */
@AuthServiceTest
class PushSubscriptionTest {
    private static final String ENDPOINT = "https://push.example.net/send/abc";
    private static final String P256DH =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

    @Autowired
    private AuthApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example.net/send/abc",
                "push.example.net",
                "https://",
                "https://user:password@push.example.net/",
                "https://push.example.net/#x",
                "https://localhost/send",
                "https://127.0.0.1/send",
                "https://[::1]/send",
                "https://10.0.0.7/send",
                "https://push.example.net:8443/send",
                "https://push.example.net:80/send",
                "https://169.254.169.254/latest",
                "file:///etc/passwd",
                "https://push example.net/"
            })
    void anEndpointIsAnHttpsUrlOfThePublicInternetAtPort443(String endpoint) {
        var answer = put(endpoint, P256DH, AUTH);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("endpoint");
    }

    @Test
    void everyFaultyFieldIsNamed() {
        assertThat(put("https://push.example.net/" + "x".repeat(2_000), P256DH, AUTH)
                        .fields())
                .containsExactly("endpoint");
        assertThat(put(ENDPOINT, "BCVx", AUTH).fields()).containsExactly("keys.p256dh");
        assertThat(put(ENDPOINT, "?", AUTH).fields()).containsExactly("keys.p256dh");
        assertThat(put(ENDPOINT, P256DH, "AAAA").fields()).containsExactly("keys.auth");
        assertThat(put("ftp://x", "BCVx", "AAAA").fields()).containsExactly("endpoint", "keys.p256dh", "keys.auth");
        assertThat(api.subscribePush(token(), Map.of()).fields())
                .containsExactly("endpoint", "keys.p256dh", "keys.auth");
    }

    @Test
    void aServerWithoutKeysSaysSoAndTakesNone() {
        var token = token();

        var state = api.pushSubscription(token);
        assertThat(state.status()).isEqualTo(200);
        assertThat(state.body().has("applicationServerKey")).isFalse();
        assertThat(state.body().at("/isSubscribed").asBoolean()).isFalse();
        assertThat(put(ENDPOINT, P256DH, AUTH).problem()).isEqualTo("not-found");
        assertThat(put("https://push.example.net:443/send", P256DH, AUTH).problem())
                .isEqualTo("not-found");
        assertThat(api.unsubscribePush(token).status()).isEqualTo(204);
    }

    @Test
    void nobodySubscribesWithoutAnOpenSession() {
        var login = api.registered(freshName());
        var token = login.text("/accessToken");
        api.logout(login.cookie());

        assertThat(api.pushSubscription(token).problem()).isEqualTo("unauthenticated");
        assertThat(api.unsubscribePush(token).problem()).isEqualTo("unauthenticated");
        assertThat(api.subscribePush("forged", Map.of()).status()).isEqualTo(401);
    }

    private AuthApi.Answer put(String endpoint, String p256dh, String auth) {
        return api.subscribePush(token(), Map.of("endpoint", endpoint, "keys", Map.of("p256dh", p256dh, "auth", auth)));
    }

    private String token() {
        return api.registered(freshName()).text("/accessToken");
    }
}
