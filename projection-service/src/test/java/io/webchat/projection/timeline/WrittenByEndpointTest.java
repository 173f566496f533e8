package io.webchat.projection.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

class WrittenByEndpointTest {
    private static final ServiceInstance SERVICE = SharedInstances.first();
    private static final Instant SINCE = Instant.parse("2026-01-31T12:00:00.000Z");

    private final Queries queries = Queries.at(SERVICE);
    private final Community community = Community.founded(SERVICE);
    private final ChannelId elsewhere = new ChannelId(Ids.fresh());
    private final TestUser ben = SERVICE.user();

    WrittenByEndpointTest() {
        community.joined(ben, "ben");
        community.happens(new ChannelEvent.Created(
                community.server, elsewhere, "elsewhere", community.owner.id(), SINCE, null, null, null));
    }

    @Test
    void whatSomebodyWroteSinceThenIsFoundTheNewestFirst() {
        written(community.channel, -1);
        var first = written(community.channel, 0);
        var second = written(elsewhere, 1);
        var third = written(community.channel, 2);

        expect(found(community.owner, ""), third, second, first);
        expect(found(community.owner, "&limit=2"), third, second);
        expect(found(community.owner, "&until=" + second.at()), second, first);
        expect(found(community.owner, "&until=" + second.at().minusMillis(1)), first);
    }

    @Test
    void whatWasDeletedAndWhatOthersWroteIsNot() {
        var deleted = written(community.channel, 1);
        var kept = written(community.channel, 2);
        community.append(new MessageChange.Deleted(
                deleted.serverId(), deleted.channelId(), deleted.messageId(), deleted.authorId(), SINCE));

        expect(found(community.owner, ""), kept);
        queries.found(community, community.owner, path(ben, ""))
                .jsonPath("$.messages")
                .isEmpty();
    }

    @Test
    void anAuthorWhoIsNoMemberAnyMoreIsFoundAsWell() {
        var message = written(ben, community.channel, 1);
        community.happens(new MemberEvent.Kicked(community.server, ben.id(), community.owner.id(), SINCE));

        expect(queries.found(community, community.owner, path(ben, "")), message);
    }

    @Test
    void onlyChannelsWhoseMessagesTheCallerManagesAreLookedAt() {
        written(community.channel, 1);
        var there = written(elsewhere, 2);
        expect(found(ben, ""));

        community.happens(new ChannelEvent.MemberOverridden(
                community.server,
                elsewhere,
                ben.id(),
                Permissions.of(List.of(Permission.MANAGE_MESSAGES)),
                Permissions.NONE,
                community.owner.id(),
                SINCE));

        expect(found(ben, ""), there);
    }

    @Test
    void aStrangerLearnsNothingAndBadInputIsNamed() {
        queries.get(community, SERVICE.user(), path(community.owner, ""))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:unknown-server");
        for (var faulty : List.of("&limit=0", "&limit=101")) {
            queries.get(community, community.owner, path(community.owner, faulty))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("limit");
        }
        queries.get(community, community.owner, path(community.owner, "&until=later"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("until");
    }

    private MessageEvent.Posted written(ChannelId channel, int minutes) {
        return written(community.owner, channel, minutes);
    }

    private MessageEvent.Posted written(TestUser author, ChannelId channel, int minutes) {
        var at = SINCE.plusSeconds(60L * minutes);
        var message = MessageEvent.Posted.text(
                community.server, channel, new MessageId(Ids.fresh()), author.id(), "Hello", at);
        community.append(message);
        return message;
    }

    private BodyContentSpec found(TestUser reader, String more) {
        return queries.found(community, reader, path(community.owner, more));
    }

    private String path(TestUser author, String more) {
        return "/api/servers/" + community.server + "/messages/by/" + author.id() + "?since=" + SINCE + more;
    }

    private static void expect(BodyContentSpec answer, MessageEvent.Posted... messages) {
        answer.jsonPath("$.messages[*].messageId")
                .value(
                        List.class,
                        ids -> assertThat(ids)
                                .isEqualTo(Stream.of(messages)
                                        .map(message -> message.messageId().toString())
                                        .toList()));
    }
}
