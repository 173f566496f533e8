package io.webchat.projection.avatar;

import io.webchat.domain.user.AvatarId;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.support.attachment.StoredAvatar;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

class AvatarEndpointTest {
    private static final ServiceInstance SERVICE = SharedInstances.first();
    private static final AvatarId AVATAR = new AvatarId("9f86d081884c7d659a2feaa0c55ad015");
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private final Queries queries = Queries.at(SERVICE);
    private final Community community = Community.founded(SERVICE);
    private final TestUser ben = SERVICE.user();
    private final String url = "/api/users/" + ben.id() + "/avatars/" + AVATAR;

    @Test
    void whoeverIsLoggedInGetsAPictureInBothSizesForGood() {
        stored();

        expectImage(community.owner, url, "image/png", new byte[] {1, 2, 3});
        expectImage(community.owner, url + "/small", "image/jpeg", new byte[] {4, 5});
    }

    @Test
    void aPictureBelongsToItsPerson() {
        stored();

        expectProblem(
                community.owner, "/api/users/" + community.owner.id() + "/avatars/" + AVATAR, 404, "unknown-avatar");
    }

    @Test
    void whatIsNotThereIsUnknownAndWhatIsNoIdIsSaid() {
        expectProblem(ben, url, 404, "unknown-avatar");
        expectProblem(ben, url + "/small", 404, "unknown-avatar");
        expectProblem(ben, "/api/users/" + ben.id() + "/avatars/XYZ", 400, "invalid-request");
        expectProblem(new TestUser(ben.id(), "Bearer nonsense"), url, 401, "unauthenticated");
    }

    /** Stores a picture where auth-service stores it. */
    private void stored() {
        SERVICE.bean(MongoOperations.class)
                .insert(new StoredAvatar(
                        StoredAvatar.id(ben.id(), AVATAR),
                        ben.id().toString(),
                        AVATAR.value(),
                        "image/png",
                        new byte[] {1, 2, 3},
                        "image/jpeg",
                        new byte[] {4, 5},
                        AT));
    }

    private void expectImage(TestUser viewer, String path, String contentType, byte[] image) {
        get(viewer, path)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", contentType)
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, private, immutable")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("ETag", "\"" + AVATAR + "\"")
                .expectBody(byte[].class)
                .isEqualTo(image);
    }

    private RestTestClient.ResponseSpec get(TestUser viewer, String path) {
        return queries.get(community, viewer, path);
    }

    private void expectProblem(TestUser viewer, String path, int status, String type) {
        get(viewer, path)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + type);
    }
}
