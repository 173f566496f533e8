package io.webchat.projection.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.test.web.servlet.client.StatusAssertions;

/** What a message said before it was edited, and who learns of it. */
class EditsTest {
    private static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");
    private static final ServiceInstance INSTANCE = SharedInstances.first();

    private final Community community = Community.founded(INSTANCE);
    private final TestUser ben = INSTANCE.user();
    private final MessageEvent.Posted message = community.posted("Helo");

    @Test
    void theAuthorSeesEveryVersionInItsOrder() {
        edited(1, "Hello");
        edited(1, "lost the race");
        edited(2, "Hello all");

        versions(community.owner)
                .isOk()
                .expectBody()
                .jsonPath("$.versions[*].content")
                .value(List.class, said -> assertThat(said).isEqualTo(List.of("Helo", "Hello", "Hello all")))
                .jsonPath("$.versions[*].revision")
                .value(List.class, revisions -> assertThat(revisions).isEqualTo(List.of(0, 1, 2)))
                .jsonPath("$.versions[0].at")
                .isEqualTo("2026-01-31T12:34:56.789Z")
                .jsonPath("$.versions[2].at")
                .isEqualTo("2026-02-01T00:00:02.000Z");
    }

    @Test
    void aMessageThatNobodyHasEditedHasOneVersion() {
        versions(community.owner)
                .isOk()
                .expectBody()
                .jsonPath("$.versions[*].content")
                .value(List.class, said -> assertThat(said).isEqualTo(List.of("Helo")));
    }

    @Test
    void ofManyVersionsTheFirstAndTheLastOnesStay() {
        IntStream.rangeClosed(1, 55).forEach(revision -> edited(revision, "version " + revision));

        versions(community.owner)
                .isOk()
                .expectBody()
                .jsonPath("$.versions[*].revision")
                .value(
                        List.class,
                        revisions -> assertThat(revisions)
                                .isEqualTo(Stream.concat(
                                                Stream.of(0),
                                                IntStream.rangeClosed(5, 55).boxed())
                                        .toList()));
    }

    @Test
    void onlyTheAuthorAndThoseWhoManageMessagesLearnOfThem() {
        edited(1, "Hello");
        versions(ben).isNotFound();

        community.joined(ben, "ben");
        versions(ben).isForbidden().expectBody().jsonPath("$.type").isEqualTo("urn:webchat:problem:missing-permission");

        var role = new RoleId(Ids.fresh());
        community.happens(
                new RoleEvent.Created(
                        community.server,
                        role,
                        "Moderators",
                        null,
                        Permissions.of(Permission.MANAGE_MESSAGES),
                        community.owner.id(),
                        AT),
                new RoleEvent.Assigned(community.server, role, ben.id(), community.owner.id(), AT));
        versions(ben).isOk();

        community.happens(new RoleEvent.Withdrawn(community.server, role, ben.id(), community.owner.id(), AT));
        versions(ben).isForbidden();
    }

    @Test
    void aDeletionErasesThemFromTheStoreAsWell() {
        edited(1, "a secret");
        edited(2, "nothing");
        versions(community.owner).isOk();

        community.append(new MessageChange.Deleted(
                community.server, community.channel, message.messageId(), community.owner.id(), AT));

        versions(community.owner)
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:unknown-message");
        assertThat(INSTANCE.bean(MongoTemplate.class).findAll(Document.class, "message_edits"))
                .filteredOn(document -> document.getString("_id").endsWith("/" + message.messageId()))
                .isNotEmpty()
                .noneMatch(document -> document.toJson().contains("a secret"));
    }

    private void edited(int revision, String content) {
        community.append(new MessageChange.Edited(
                community.server,
                community.channel,
                message.messageId(),
                community.owner.id(),
                revision,
                content,
                null,
                AT.plusSeconds(revision)));
    }

    private StatusAssertions versions(TestUser reader) {
        var path = "/api/channels/" + community.channel + "/messages/" + message.messageId() + "/edits";
        ResponseSpec answer = Queries.at(INSTANCE).get(community, reader, path);
        return answer.expectStatus();
    }
}
