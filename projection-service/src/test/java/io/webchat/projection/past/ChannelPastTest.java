package io.webchat.projection.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.StatusAssertions;
import tools.jackson.databind.json.JsonMapper;

/** What a channel was called, and who was there, at a moment. */
class ChannelPastTest {
    private static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final ServiceInstance INSTANCE = SharedInstances.first();

    private final Community community = Community.founded(INSTANCE);
    private final TestUser ben = INSTANCE.user();

    @Test
    void aChannelHasTheNameAndTheTopicThatItHad() {
        community.happens(
                new ChannelEvent.TopicChanged(
                        community.server, community.channel, "Launches", community.owner.id(), at(1)),
                new ChannelEvent.Renamed(community.server, community.channel, "pad", community.owner.id(), at(2)),
                new ChannelEvent.TopicChanged(community.server, community.channel, "", community.owner.id(), at(3)));

        channel(at(0))
                .jsonPath("$.name")
                .isEqualTo("general")
                .jsonPath("$.topic")
                .doesNotExist();
        channel(at(1))
                .jsonPath("$.name")
                .isEqualTo("general")
                .jsonPath("$.topic")
                .isEqualTo("Launches");
        channel(at(2)).jsonPath("$.name").isEqualTo("pad").jsonPath("$.topic").isEqualTo("Launches");
        channel(at(3))
                .jsonPath("$.name")
                .isEqualTo("pad")
                .jsonPath("$.topic")
                .doesNotExist()
                .jsonPath("$.serverId")
                .isEqualTo(community.server.toString())
                .jsonPath("$.createdAt")
                .isEqualTo("2026-01-31T12:34:56.789Z");
    }

    @Test
    void howeverOftenItWasRenamedEachOfItsNamesIsKnown() {
        var renamed = 2 * ChannelPastDocument.FULL + 3;
        for (var minute = 1; minute <= renamed; minute++) {
            community.happens(new ChannelEvent.Renamed(
                    community.server, community.channel, "name-" + minute, community.owner.id(), at(minute)));
        }

        channel(at(0)).jsonPath("$.name").isEqualTo("general");
        for (var minute : List.of(1, 2, 198, 199, 200, 201, 202, 399, 400, 401, renamed - 1, renamed)) {
            channel(at(minute).plusSeconds(30)).jsonPath("$.name").isEqualTo("name-" + minute);
        }
        status(community.owner, "/past?at=2025-12-31T00:00:00Z").isNotFound();
        channel(at(renamed).plusSeconds(30)).jsonPath("$.createdAt").isEqualTo("2026-01-31T12:34:56.789Z");
    }

    @Test
    void beforeItsTimeThereWasNoChannel() {
        status(community.owner, "/past?at=2025-12-31T00:00:00Z")
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:unknown-channel");
    }

    @Test
    void whatHasNotBeenYetIsNotToldNorIsWhatNobodyAskedFor() {
        Stream.of("/past", "/past/members", "/past/messages", "/past/pins").forEach(path -> {
            invalid(path + "?at=2999-01-01T00:00:00Z");
            invalid(path + "?at=yesterday");
            invalid(path);
        });
    }

    @Test
    void membersAreThoseOfThatTime() {
        community.joined(ben, "ben");
        community.happens(
                new MemberEvent.Left(community.server, ben.id(), at(1)),
                new MemberEvent.Joined(community.server, ben.id(), community.invite.id(), at(3)),
                new MemberEvent.Kicked(community.server, ben.id(), community.owner.id(), at(5)));

        assertThat(members(at(0))).containsExactlyInAnyOrder("ada", "ben");
        assertThat(members(at(1))).containsExactly("ada");
        assertThat(members(at(4))).containsExactlyInAnyOrder("ada", "ben");
        assertThat(members(at(5))).containsExactly("ada");
    }

    @Test
    void membersComeInPages() {
        Stream.of("ben", "cem", "dan").forEach(name -> community.joined(INSTANCE.user(), name));
        var all = members(at(0));

        var first = page(at(0), "&limit=3");
        assertThat(first.members()).isEqualTo(all.subList(0, 3));
        var second = page(at(0), "&limit=3&after=" + first.next());
        assertThat(second.members()).isEqualTo(all.subList(3, 4));
        assertThat(second.next()).isNull();
    }

    @Test
    void ofAVeryLargeServerAPageMayBeShortAndTheNextOneGoesOn() {
        members(at(0));
        for (var i = 0; i < 10; i++) {
            INSTANCE.bean(PastRepository.class)
                    .saveMemberships(
                            Stream.generate(() -> membership(at(1))).limit(250).toList());
        }

        var first = page(at(0), "");
        assertThat(first.next()).isNotNull();
        var second = page(at(0), "&after=" + first.next());
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.members().stream(), second.members().stream()))
                .containsExactly("ada");
    }

    @Test
    void aGroupIsCalledWhatItWasCalledAndHadThoseWhoWereInItThen() {
        var group = new ServerId(Ids.fresh());
        var channel = new ChannelId(Ids.fresh());
        var owner = community.owner.id();
        community.registered(ben.id(), "ben");
        community.happens(
                new ConversationEvent.GroupStarted(group, channel, List.of(owner), null, owner, at(1)),
                new ConversationEvent.MemberAdded(group, ben.id(), owner, at(2)),
                new ServerEvent.Renamed(group, "Crew", ben.id(), at(3)));
        var path = "/api/channels/" + channel + "/past";

        found(ben, path + "?at=" + at(2)).jsonPath("$.name").isEqualTo("");
        found(ben, path + "?at=" + at(3)).jsonPath("$.name").isEqualTo("Crew");
        assertThat(page(found(ben, path + "/members?at=" + at(1))).members()).containsExactly("ada");
        assertThat(page(found(ben, path + "/members?at=" + at(3))).members()).containsExactlyInAnyOrder("ada", "ben");
    }

    @Test
    void onlyWhoSeesTheChannelNowLooksBack() {
        var paths = List.of("/past", "/past/members", "/past/messages", "/past/pins");
        paths.forEach(path -> status(ben, path + "?at=" + at(0)).isNotFound());

        community.joined(ben, "ben");
        paths.forEach(path -> status(ben, path + "?at=" + at(0)).isOk());

        community.happens(new ChannelEvent.RoleOverridden(
                community.server,
                community.channel,
                RoleId.everyoneOf(community.server),
                Permissions.NONE,
                Permissions.of(Permission.VIEW_CHANNEL),
                community.owner.id(),
                at(9)));
        paths.forEach(path -> status(ben, path + "?at=" + at(0))
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:unknown-channel"));
        paths.forEach(path -> status(community.owner, path + "?at=" + at(0)).isOk());
    }

    private static Instant at(int minutes) {
        return AT.plusSeconds(60L * minutes);
    }

    private BodyContentSpec channel(Instant moment) {
        return found("/past?at=" + moment);
    }

    private MembershipPastDocument membership(Instant since) {
        return MembershipPastDocument.none(
                        community.server.toString(), Ids.fresh().toString())
                .evolve(new MemberEvent.Joined(community.server, ben.id(), null, since), 1);
    }

    private List<String> members(Instant moment) {
        var page = page(moment, "");
        assertThat(page.next()).isNull();
        return page.members();
    }

    private record Page(List<String> members, @Nullable String next) {}

    private Page page(Instant moment, String more) {
        return page(found("/past/members?at=" + moment + more));
    }

    private static Page page(BodyContentSpec answer) {
        var body = JSON.readTree(Objects.requireNonNull(answer.returnResult().getResponseBody()));
        var next = body.path("next");
        return new Page(
                body.path("members")
                        .valueStream()
                        .map(member -> member.path("username").asString())
                        .toList(),
                next.isNull() ? null : next.asString());
    }

    private BodyContentSpec found(String path) {
        return status(community.owner, path).isOk().expectBody();
    }

    private BodyContentSpec found(TestUser reader, String path) {
        return Queries.at(INSTANCE).found(community, reader, path);
    }

    private void invalid(String path) {
        status(community.owner, path)
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("at");
    }

    private StatusAssertions status(TestUser reader, String path) {
        var whole = "/api/channels/" + community.channel + path;
        return Queries.at(INSTANCE).get(community, reader, whole).expectStatus();
    }
}
