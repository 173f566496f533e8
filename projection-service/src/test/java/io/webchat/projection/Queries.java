package io.webchat.projection;

import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Asks a projection-service as a client does. */
public record Queries(RestTestClient http) {
    public static Queries at(ServiceInstance instance) {
        return new Queries(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + instance.port())
                .build());
    }

    /** With the token that makes the answer contain everything the community has written. */
    public RestTestClient.ResponseSpec get(Community community, TestUser user, String path) {
        return get(user, community.tokenFor(user), path);
    }

    public RestTestClient.ResponseSpec get(TestUser user, String token, String path) {
        return http.get()
                .uri(path)
                .header("Authorization", user.bearer())
                .header(ConsistencyTokens.HEADER, token)
                .exchange();
    }

    public RestTestClient.BodyContentSpec found(Community community, String path) {
        return get(community, community.owner, path).expectStatus().isOk().expectBody();
    }
}
