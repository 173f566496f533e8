package io.webchat.projection;

import static org.awaitility.Awaitility.await;

import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Duration;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Asks a projection-service as a client does. */
public record Queries(RestTestClient http) {
    public static Queries at(ServiceInstance instance) {
        return new Queries(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + instance.port())
                .build());
    }

    /**
     * With the token that makes the answer contain everything the community has written. Comes back while the answer is
     * "not yet": partitions may be moving between instances, and a machine may be slow.
     */
    public RestTestClient.ResponseSpec get(Community community, TestUser user, String path, Object... variables) {
        return await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .until(
                        () -> get(user, community.tokenFor(user), path, variables),
                        answer -> answer.returnResult().getStatus().value() != 503);
    }

    /**
     * Asks once.
     *
     * @param variables what stands for the {@code {names}} of the path
     */
    public RestTestClient.ResponseSpec get(TestUser user, String token, String path, Object... variables) {
        return http.get()
                .uri(path, variables)
                .header("Authorization", user.bearer())
                .header(ConsistencyTokens.HEADER, token)
                .exchange();
    }

    /** As the owner. */
    public RestTestClient.BodyContentSpec found(Community community, String path) {
        return found(community, community.owner, path);
    }

    public RestTestClient.BodyContentSpec found(Community community, TestUser user, String path, Object... variables) {
        return get(community, user, path, variables).expectStatus().isOk().expectBody();
    }
}
