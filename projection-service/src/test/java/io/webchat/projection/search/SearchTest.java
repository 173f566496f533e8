package io.webchat.projection.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemType;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** What people find, and that they find what is there now and theirs to see, at whichever of two instances. */
class SearchTest {
    private static final ServiceInstance FIRST = SharedInstances.first();
    private static final ServiceInstance SECOND = SharedInstances.second();
    private static final String SEARCH = "/api/search/messages?q={typed}";
    private static final Permissions VIEW = Permissions.of(Permission.VIEW_CHANNEL);
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private final Queries queries = Queries.at(FIRST);
    private final Community community = Community.founded(FIRST);
    private final TestUser ben = FIRST.user();
    private final String adaName = "ada-" + community.owner.id().toString().substring(24);
    private final String benName = "ben-" + ben.id().toString().substring(24);

    @BeforeEach
    void benJoins() {
        community.registered(community.owner.id(), adaName);
        community.joined(ben, benName);
    }

    @Test
    void whatOneHasJustWrittenIsFoundAtEveryInstance() {
        for (var round = 0; round < 10; round++) {
            community.posted("round" + round + " has begun");
            for (var instance : List.of(FIRST, SECOND)) {
                assertThat(found(instance, community.owner, "round" + round))
                        .isEqualTo(List.of("round" + round + " has begun"));
            }
        }
    }

    @Test
    void whatSomebodyElseWritesIsFoundSoon() {
        assertThat(found("warm")).isEmpty();
        for (var round = 0; round < 5; round++) {
            var word = "sudden" + round;
            var said = System.nanoTime();
            community.posted(word);
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> contents(queries.get(community.owner, "", SEARCH, word)
                                    .expectBody()),
                            texts -> texts.contains(word));
            System.out.printf(
                    "found after: %d ms (limit 1000 ms)%n",
                    Duration.ofNanos(System.nanoTime() - said).toMillis());
        }
    }

    @Test
    void anAnswerHasTheMessageAsTheTimelineHasItAndWhatOfItWasFound() {
        var first = community.posted("What about the café?");
        community.posted("The CAFE was full");

        queries.found(community, community.owner, SEARCH, "cafe")
                .jsonPath("$.total")
                .isEqualTo(2)
                .jsonPath("$.isTotalExact")
                .isEqualTo(true)
                .jsonPath("$.next")
                .isEqualTo(null)
                .jsonPath("$.messages[0].number")
                .isEqualTo(2)
                .jsonPath("$.messages[0].highlights[0].start")
                .isEqualTo(4)
                .jsonPath("$.messages[0].highlights[0].end")
                .isEqualTo(8)
                .jsonPath("$.messages[1].messageId")
                .isEqualTo(first.messageId().toString())
                .jsonPath("$.messages[1].serverId")
                .isEqualTo(community.server.toString())
                .jsonPath("$.messages[1].highlights.length()")
                .isEqualTo(1)
                .jsonPath("$.authors." + community.owner.id() + ".username")
                .isEqualTo(adaName);
    }

    @Test
    void anEditIsFoundByWhatItSaysNow() {
        var message = community.posted("before the edit");
        assertThat(found("before")).hasSize(1);

        community.append(edited(message, "after the edit"));

        assertThat(found("before")).isEmpty();
        assertThat(found("after")).isEqualTo(List.of("after the edit"));
    }

    @Test
    void whatIsDeletedIsNotFound() {
        var one = community.posted("nonsense one");
        var two = community.posted("nonsense two");
        var three = community.posted("nonsense three");
        assertThat(found("nonsense")).hasSize(3);

        community.append(deleted(two));
        assertThat(found("nonsense")).isEqualTo(List.of("nonsense three", "nonsense one"));

        List.of(one, three).forEach(message -> community.append(deleted(message)));
        community.append(one);
        assertThat(found("nonsense")).isEmpty();
    }

    @Test
    void whoLosesSightOfAChannelLosesWhatWasSaidThere() {
        var secret = channel("secret", true);
        community.happens(overridden(secret, VIEW, Permissions.NONE));
        community.posted(community.server, secret, AT, "the plan is secret");
        assertThat(found(FIRST, ben, "plan")).hasSize(1);

        community.happens(overridden(secret, Permissions.NONE, Permissions.NONE));
        assertThat(found(FIRST, ben, "plan")).isEmpty();
        assertThat(found("plan")).hasSize(1);

        community.happens(overridden(secret, VIEW, Permissions.NONE));
        assertThat(found(FIRST, ben, "plan")).hasSize(1);

        community.happens(new MemberEvent.Kicked(community.server, ben.id(), community.owner.id(), AT));
        assertThat(found(FIRST, ben, "plan")).isEmpty();
        queries.get(community, ben, SEARCH + "&serverId=" + community.server, "plan")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void conversationsAreSearchedToo() {
        var pair = new ServerId(Ids.fresh());
        var channel = new ChannelId(Ids.fresh());
        var ada = community.owner.id();
        community.happens(new ConversationEvent.PairStarted(pair, channel, List.of(ada, ben.id()), ada, AT));
        community.posted(pair, channel, AT, "between us and the lamppost");
        community.posted("a lamppost for all");

        assertThat(found(FIRST, ben, "lamppost")).hasSize(2);
        assertThat(contents(queries.found(community, ben, SEARCH + "&serverId=" + pair, "lamppost")))
                .containsExactly("between us and the lamppost");
        assertThat(contents(queries.found(community, ben, SEARCH + "&serverId=" + community.server, "lamppost")))
                .containsExactly("a lamppost for all");
        assertThat(found(FIRST, ben, "in:" + channel)).hasSize(1);
    }

    @Test
    void everyFilterFindsItsOwn() {
        var random = channel("Off Topic", false);
        community.posted("red from ada");
        said(ben, community.channel, AT.plusSeconds(60), "red from ben", null, List.of());
        said(ben, random, AT.plusSeconds(120), "red elsewhere", null, List.of());
        said(ben, random, AT.plusSeconds(180), "red at https://example.org/", null, List.of());
        said(ben, random, AT.plusSeconds(240), "red picture", null, List.of(file("a.png", "image/png")));
        said(ben, random, AT.plusSeconds(300), "red song", null, List.of(file("a.mp3", "audio/mpeg")));
        var ada = List.of(community.owner.id());
        said(ben, random, AT.plusSeconds(360), "red ada", new Mentions(ada, List.of(), false), List.of());
        said(ben, random, AT.plusSeconds(420), "red all", new Mentions(List.of(), List.of(), true), List.of());
        said(ben, random, Instant.parse("2026-02-02T23:30:00Z"), "red late", null, List.of());

        assertThat(found("red from:" + adaName)).isEqualTo(List.of("red from ada"));
        assertThat(found("red from:@" + adaName.toUpperCase(Locale.ROOT))).hasSize(1);
        assertThat(found("red from:me")).hasSize(1);
        assertThat(found("red from:" + ben.id())).hasSize(8);
        assertThat(found("red from:" + benName + " in:general")).isEqualTo(List.of("red from ben"));
        assertThat(found("red from:" + adaName + " from:" + benName + " in:#general"))
                .hasSize(2);
        assertThat(found("red in:off-topic in:general")).hasSize(9);
        assertThat(found("red in:\"Off Topic\"")).hasSize(7);
        assertThat(found("red in:" + random)).hasSize(7);
        assertThat(found("has:link")).isEqualTo(List.of("red at https://example.org/"));
        assertThat(found("has:image")).isEqualTo(List.of("red picture"));
        assertThat(found("has:audio")).isEqualTo(List.of("red song"));
        assertThat(found("has:file")).isEqualTo(List.of("red song", "red picture"));
        assertThat(found("has:file has:image")).isEqualTo(List.of("red picture"));
        assertThat(found("mentions:me")).isEqualTo(List.of("red ada"));
        assertThat(found("mentions:" + adaName)).hasSize(1);
        assertThat(found("mentions:everyone")).isEqualTo(List.of("red all"));
        assertThat(found("red after:2026-01-31")).isEqualTo(List.of("red late"));
        assertThat(found("red before:2026-02-01 in:general")).hasSize(2);
        assertThat(found("red before:2026-01-31")).isEmpty();
        assertThat(found("red after:2026-01-31T12:40:00Z before:2026-01-31T12:41:00Z"))
                .isEqualTo(List.of("red ada"));
        var inBerlin =
                queries.found(community, community.owner, SEARCH + "&zone=Europe/Berlin", "red after:2026-02-02");
        assertThat(contents(inBerlin)).containsExactly("red late");
        assertThat(found("red after:2026-02-02")).isEmpty();
    }

    @Test
    void whoHasLeftIsFoundByTheirNameWhereTheyHaveWritten() {
        said(ben, community.channel, AT, "so long", null, List.of());
        community.happens(new MemberEvent.Left(community.server, ben.id(), AT));

        assertThat(found("from:" + benName)).isEqualTo(List.of("so long"));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        for (var number = 0; number < 7; number++) {
            community.posted("page turner " + number);
        }
        var seen = new ArrayList<String>();
        var json = FIRST.bean(JsonMapper.class);
        for (var cursor = ""; cursor != null; ) {
            var from = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            var page = queries.found(community, community.owner, SEARCH + "&limit=3" + from, "turner");
            page.jsonPath("$.total").isEqualTo(7);
            var found = contents(page);
            assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            seen.addAll(found);
            cursor = json.readTree(page.returnResult().getResponseBodyContent())
                    .path("next")
                    .stringValue(null);
        }

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                      | q
            '   '                   | q
            !!!                     | q
            from:                   | from
            from:nobody-at-all      | from
            mentions:nobody-at-all  | mentions
            from:01890000-0000-7000-8000-000000000000 | from
            in:nowhere              | in
            in:01890000-0000-7000-8000-000000000000   | in
            before:yesterday        | before
            before:2026-02-30       | before
            after:2026-1-1          | after
            after:2026-01-01 after:2026-01-02 | after
            has:everything          | has
            """)
    void whatCannotBeSearchedForIsNamed(String typed, String field) {
        refused(SEARCH, typed, field);
    }

    @ParameterizedTest
    @CsvSource({"limit=51, limit", "limit=0, limit", "cursor=x, cursor", "zone=Nowhere, zone", "serverId=x, serverId"})
    void aParameterThatIsWrongIsNamed(String parameter, String field) {
        refused(SEARCH + "&" + parameter, "word", field);
    }

    private void refused(String path, String typed, String field) {
        queries.get(community, community.owner, path, typed)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void aStrangerIsAsUnknownAsNobody() {
        var stranger = FIRST.user();
        var name = "stranger-" + stranger.id().toString().substring(24);
        community.registered(stranger.id(), name);

        refused(SEARCH, "from:" + name, "from");
        refused(SEARCH, "from:" + stranger.id(), "from");
    }

    @Test
    void anIndexThatDoesNotGetThereInTimeSaysSo() {
        assertThat(found("word")).isEmpty();
        queries.get(community.owner, community.tokenAhead(Topic.MESSAGES, 0), SEARCH, "word")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:view-behind");
    }

    @Test
    void anIndexThatFailsIsBuiltAnewFromTheLog() {
        community.posted("phoenix");
        assertThat(found(SECOND, community.owner, "phoenix")).hasSize(1);

        var replica = SECOND.bean(SearchReplica.class);
        var index = replica.asOf(ConsistencyToken.EMPTY);
        var told = replica.failed(index, new IOException("a disk that the test has broken"));
        assertThat(told.type()).isEqualTo(ProblemType.VIEW_BEHIND);
        assertThat(found(SECOND, community.owner, "phoenix")).hasSize(1);
        assertThat(replica.asOf(ConsistencyToken.EMPTY)).isNotSameAs(index);

        replica.failed(index, new IOException("noticed by who still used the broken one"));
        Queries.at(SECOND)
                .get(community, community.owner, SEARCH, "phoenix")
                .expectStatus()
                .isOk();
    }

    private List<String> found(String typed) {
        return found(FIRST, community.owner, typed);
    }

    private List<String> found(ServiceInstance instance, TestUser user, String typed) {
        return contents(Queries.at(instance).found(community, user, SEARCH, typed));
    }

    private static List<String> contents(RestTestClient.BodyContentSpec answer) {
        var contents = new ArrayList<String>();
        answer.jsonPath("$.messages[*].content").value(List.class, found -> {
            for (var content : (List<?>) found) {
                contents.add((String) content);
            }
        });
        return contents;
    }

    private ChannelEvent overridden(ChannelId channel, Permissions allow, Permissions deny) {
        return new ChannelEvent.MemberOverridden(
                community.server, channel, ben.id(), allow, deny, community.owner.id(), AT);
    }

    private ChannelId channel(String name, boolean isPrivate) {
        var channel = new ChannelId(Ids.fresh());
        var ada = community.owner.id();
        community.happens(new ChannelEvent.Created(
                community.server, channel, name, ada, AT, null, null, isPrivate ? true : null));
        if (isPrivate) {
            var everyone = RoleId.everyoneOf(community.server);
            community.happens(new ChannelEvent.RoleOverridden(
                    community.server, channel, everyone, Permissions.NONE, VIEW, ada, AT));
        }
        return channel;
    }

    private void said(
            TestUser author,
            ChannelId channel,
            Instant at,
            String content,
            @Nullable Mentions mentions,
            List<Attachment> attachments) {
        community.append(new MessageEvent.Posted(
                community.server,
                channel,
                new MessageId(Ids.fresh()),
                author.id(),
                content,
                null,
                null,
                mentions,
                attachments,
                at));
    }

    private static Attachment file(String name, String type) {
        return new Attachment(new AttachmentId(Ids.fresh()), new FileName(name), type, 17, null, false);
    }

    private static MessageEvent edited(MessageEvent.Posted message, String content) {
        return new MessageChange.Edited(
                message.serverId(), message.channelId(), message.messageId(), message.authorId(), 1, content, null, AT);
    }

    private static MessageEvent deleted(MessageEvent.Posted message) {
        UserId moderator = message.authorId();
        return new MessageChange.Deleted(message.serverId(), message.channelId(), message.messageId(), moderator, AT);
    }
}
