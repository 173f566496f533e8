package io.webchat.projection.icon;

import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.support.attachment.StoredIcon;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

class IconEndpointTest {
    private static final ServiceInstance SERVICE = SharedInstances.first();
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private final Queries queries = Queries.at(SERVICE);
    private final Community community = Community.founded(SERVICE);
    private final TestUser ben = SERVICE.user();

    IconEndpointTest() {
        community.joined(ben, "ben");
    }

    @Test
    void aMemberGetsTheIconThatTheServerShows() {
        var icon = shown();

        get(ben, icon)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", "image/png")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, private, immutable")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("ETag", "\"" + icon + "\"")
                .expectBody(byte[].class)
                .isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void theServersOfAMemberAndTheServerItselfNameIt() {
        var icon = shown();

        queries.found(community, ben, "/api/servers")
                .jsonPath("$.servers[0].iconId")
                .isEqualTo(icon.toString());
        queries.found(community, ben, "/api/servers/" + community.server)
                .jsonPath("$.iconId")
                .isEqualTo(icon.toString());

        shows(null);

        queries.found(community, ben, "/api/servers")
                .jsonPath("$.servers[0].iconId")
                .doesNotExist();
        queries.found(community, ben, "/api/servers/" + community.server)
                .jsonPath("$.iconId")
                .doesNotExist();
    }

    @Test
    void aReplacedIconIsGoneAlthoughItIsStoredStill() {
        var first = shown();
        var second = shown();

        expectProblem(get(ben, first), 404, "unknown-icon");
        get(ben, second).expectStatus().isOk();
        shows(null);
        expectProblem(get(ben, second), 404, "unknown-icon");
        expectProblem(get(ben, new AttachmentId(Ids.fresh())), 404, "unknown-icon");
    }

    @Test
    void anIconWhoseImageIsNotThereIsUnknown() {
        var icon = new AttachmentId(Ids.fresh());
        shows(icon);

        expectProblem(get(ben, icon), 404, "unknown-icon");
    }

    @Test
    void aStrangerAndWhoeverWasKickedGetNothing() {
        var icon = shown();
        expectProblem(get(SERVICE.user(), icon), 404, "unknown-server");

        community.happens(new MemberEvent.Kicked(community.server, ben.id(), community.owner.id(), AT));

        expectProblem(get(ben, icon), 404, "unknown-server");
    }

    @Test
    void whoeverHasAnInviteGetsTheIconBeforeTheySignUp() {
        var first = shown();
        var invite = "/api/invites/" + community.invite;
        queries.found(community, invite).jsonPath("$.iconId").isEqualTo(first.toString());
        queries.http()
                .get()
                .uri(invite + "/icons/" + first)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .isEqualTo(new byte[] {1, 2, 3});

        shows(null);

        queries.found(community, invite).jsonPath("$.iconId").doesNotExist();
        expectProblem(queries.http().get().uri(invite + "/icons/" + first).exchange(), 404, "unknown-icon");
        expectProblem(
                queries.http()
                        .get()
                        .uri("/api/invites/AAAAAAAAAAAAAAAA/icons/" + first)
                        .exchange(),
                404,
                "unknown-invite");
    }

    /** Stores an icon where command-service stores it, and has the server show it. */
    private AttachmentId shown() {
        var icon = new AttachmentId(Ids.fresh());
        SERVICE.bean(MongoOperations.class)
                .insert(new StoredIcon(
                        icon.toString(), community.server.toString(), "image/png", new byte[] {1, 2, 3}, AT));
        shows(icon);
        return icon;
    }

    private void shows(@Nullable AttachmentId icon) {
        community.happens(new ServerEvent.IconChanged(community.server, icon, community.owner.id(), AT));
    }

    private RestTestClient.ResponseSpec get(TestUser user, AttachmentId icon) {
        return queries.get(community, user, "/api/servers/" + community.server + "/icons/" + icon);
    }

    private static void expectProblem(RestTestClient.ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + type);
    }
}
