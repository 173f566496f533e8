package io.webchat.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client sees it. */
@Component
@Lazy
public class AuthApi {
    public static final String PASSWORD = "correct horse battery";

    private static final String PUSH_SUBSCRIPTION = "/api/auth/sessions/current/push-subscription";

    private final RestTestClient http;
    private final JsonMapper json = new JsonMapper();

    @Autowired
    AuthApi(ApplicationContext context) {
        this(clientOf(LocalTestWebServer.obtain(context).uri()));
    }

    AuthApi(RestTestClient http) {
        this.http = http;
    }

    /** One that keeps no cookies: Apache's, which is there to call browsers, would. */
    static RestTestClient clientOf(String uri) {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .baseUrl(uri)
                .build();
    }

    /** A name that no other test uses. */
    public static String freshName() {
        return "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** Registers somebody under a fresh name, as {@code name@example.org} with {@link #PASSWORD}. */
    public Answer registered(String name) {
        var answer = register(name + "@example.org", name, PASSWORD);
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    public Answer register(String email, String username, String password) {
        return post("register", Map.of("email", email, "username", username, "password", password), null);
    }

    public Answer login(String login, String password) {
        return post("login", Map.of("login", login, "password", password), null);
    }

    public Answer refresh(String cookie) {
        return post("refresh", Map.of(), cookie);
    }

    public Answer logout(String cookie) {
        return post("logout", Map.of(), cookie);
    }

    public Answer me(String accessToken) {
        return as(accessToken, http.get().uri("/api/auth/me"));
    }

    public Answer changeProfile(String accessToken, Object body) {
        return as(
                accessToken,
                http.patch()
                        .uri("/api/auth/me")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    public Answer changeAvatar(String accessToken, byte[] image) {
        return as(
                accessToken,
                http.put()
                        .uri("/api/auth/me/avatar")
                        .contentType(MediaType.TEXT_HTML)
                        .body(image));
    }

    public Answer removeAvatar(String accessToken) {
        return as(accessToken, http.delete().uri("/api/auth/me/avatar"));
    }

    public Answer changePassword(String accessToken, Object body) {
        return as(
                accessToken,
                http.put()
                        .uri("/api/auth/password")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    public Answer changePassword(String accessToken, String currentPassword, String newPassword) {
        return changePassword(accessToken, Map.of("currentPassword", currentPassword, "newPassword", newPassword));
    }

    public Answer sessions(String accessToken) {
        return as(accessToken, http.get().uri("/api/auth/sessions"));
    }

    public Answer revoke(String accessToken, String sessionId) {
        return as(accessToken, http.delete().uri("/api/auth/sessions/" + sessionId));
    }

    public Answer revokeAll(String accessToken) {
        return as(accessToken, http.delete().uri("/api/auth/sessions"));
    }

    public Answer pushSubscription(String accessToken) {
        return as(accessToken, http.get().uri(PUSH_SUBSCRIPTION));
    }

    public Answer subscribePush(String accessToken, Object body) {
        return as(
                accessToken,
                http.put()
                        .uri(PUSH_SUBSCRIPTION)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    public Answer unsubscribePush(String accessToken) {
        return as(accessToken, http.delete().uri(PUSH_SUBSCRIPTION));
    }

    private Answer as(String accessToken, RestTestClient.RequestHeadersSpec<?> request) {
        return answer(request.header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)
                .exchange());
    }

    public Answer post(String action, Object body, String cookie, String... header) {
        var request = http.post().uri("/api/auth/" + action).contentType(MediaType.APPLICATION_JSON);
        if (cookie != null) {
            request.header(HttpHeaders.COOKIE, "webchat_refresh=" + cookie);
        }
        for (var i = 0; i < header.length; i += 2) {
            request.header(header[i], header[i + 1]);
        }
        return answer(request.body(body).exchange());
    }

    private Answer answer(RestTestClient.ResponseSpec response) {
        var result = response.expectBody(String.class).returnResult();
        var body = result.getResponseBody();
        return new Answer(result, json.readTree(body == null || body.isEmpty() ? "null" : body));
    }

    public record Answer(ExchangeResult result, JsonNode body) {
        public int status() {
            return result.getStatus().value();
        }

        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public String problem() {
            return text("/type").replace("urn:webchat:problem:", "");
        }

        public List<String> fields() {
            return body.at("/errors")
                    .valueStream()
                    .map(error -> error.get("field").asString())
                    .toList();
        }

        public String header(String name) {
            return result.getResponseHeaders().getFirst(name);
        }

        public String setCookie() {
            return header(HttpHeaders.SET_COOKIE);
        }

        /** The value of the refresh cookie. */
        public String cookie() {
            return setCookie().replaceAll("^webchat_refresh=([^;]*);.*$", "$1");
        }
    }
}
