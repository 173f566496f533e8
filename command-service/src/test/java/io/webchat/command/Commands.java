package io.webchat.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.log.Ids;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.test.TestUser;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Speaks to a command-service as a client does. */
public record Commands(RestTestClient http) {
    public static Commands at(int port) {
        return new Commands(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build());
    }

    /** A server with its general channel, and what a consistency token says about it. */
    public record CreatedServer(String serverId, String generalChannelId, String token) {}

    public RestTestClient.ResponseSpec post(TestUser user, String path, String key, Object body) {
        return http.post()
                .uri(path)
                .header("Authorization", user.bearer())
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** One that is idempotent by itself. */
    public RestTestClient.ResponseSpec put(TestUser user, String path, Object body) {
        return http.put()
                .uri(path)
                .header("Authorization", user.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    /** A UUIDv7 that says it was made at a time. */
    public static UUID idMadeAt(Instant time) {
        var fresh = Ids.fresh();
        var high = time.toEpochMilli() << 16 | fresh.getMostSignificantBits() & 0xffff;
        return new UUID(high, fresh.getLeastSignificantBits());
    }

    public CreatedServer createServer(TestUser user) {
        return createServer(user, UUID.randomUUID().toString());
    }

    public CreatedServer createServer(TestUser user, String key) {
        var answer = post(user, "/api/servers", key, Map.of("name", "Rocket club"))
                .expectStatus()
                .isCreated()
                .returnResult(CreatedServer.class);
        var server = answer.getResponseBody();
        assertThat(server).isNotNull();
        var token = answer.getResponseHeaders().getFirst(ConsistencyTokens.HEADER);
        return new CreatedServer(server.serverId(), server.generalChannelId(), token);
    }

    public String createInvite(TestUser user, String serverId) {
        return createInvite(user, serverId, UUID.randomUUID().toString());
    }

    public String createInvite(TestUser user, String serverId, String key) {
        var invite = post(user, "/api/servers/" + serverId + "/invites", key, Map.of())
                .expectStatus()
                .isCreated()
                .returnResult(Map.class)
                .getResponseBody();
        assertThat(invite).isNotNull();
        return (String) invite.get("code");
    }

    public RestTestClient.ResponseSpec join(TestUser user, String code) {
        return post(user, "/api/invites/" + code + "/join", UUID.randomUUID().toString(), Map.of());
    }

    public RestTestClient.ResponseSpec postMessage(TestUser user, String channelId, String content) {
        return postMessage(user, channelId, Ids.fresh(), content);
    }

    public RestTestClient.ResponseSpec postMessage(TestUser user, String channelId, UUID messageId, String content) {
        return post(
                user,
                "/api/channels/" + channelId + "/messages",
                "unused",
                Map.of("messageId", messageId, "content", content));
    }
}
