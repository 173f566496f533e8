package io.webchat.projection.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/** The messages and pins of a channel as they were at a moment. */
class PastTest {
    private static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");
    private static final ServiceInstance INSTANCE = SharedInstances.first();

    private final Community community = Community.founded(INSTANCE);
    private final TestUser ben = INSTANCE.user();

    @Test
    void whatWasSaidLaterIsNotThereYet() {
        posted(1, "one");
        posted(2, "two");
        posted(3, "three");

        assertThat(contents(at(0))).isEmpty();
        assertThat(contents(at(2))).containsExactly("one", "two");
        assertThat(contents(at(9))).containsExactly("one", "two", "three");
    }

    @Test
    void pagesGoBackAndForthAmongTheMessagesOfThatTime() {
        IntStream.rangeClosed(1, 7).forEach(minute -> posted(minute, "message " + minute));

        page(at(5), "&limit=2")
                .jsonPath("$.messages[*].number")
                .value(List.class, numbers -> assertThat(numbers).isEqualTo(List.of(4, 5)))
                .jsonPath("$.hasBefore")
                .isEqualTo(true)
                .jsonPath("$.hasAfter")
                .isEqualTo(false);
        page(at(5), "&limit=2&before=4")
                .jsonPath("$.messages[*].number")
                .value(List.class, numbers -> assertThat(numbers).isEqualTo(List.of(2, 3)))
                .jsonPath("$.hasAfter")
                .isEqualTo(true);
        page(at(5), "&limit=3&after=3")
                .jsonPath("$.messages[*].number")
                .value(List.class, numbers -> assertThat(numbers).isEqualTo(List.of(4, 5)))
                .jsonPath("$.hasAfter")
                .isEqualTo(false);
        page(at(5), "&after=99").jsonPath("$.messages").isEmpty();
    }

    @Test
    void anEditedMessageSaysWhatItSaidThen() {
        var message = posted(1, "Helo");
        edited(message, 1, 2, "Hello");
        edited(message, 2, 4, "Hello all");

        said(at(1), "Helo", 0, true).jsonPath("$.messages[0].editedAt").doesNotExist();
        said(at(3), "Hello", 1, true).jsonPath("$.messages[0].editedAt").isEqualTo("2026-02-01T00:02:00.000Z");
        said(at(4), "Hello all", 2, true);
    }

    @Test
    void ofVeryManyVersionsSomeAreNotKnownAndThePresentOneIsShownAsSuch() {
        var message = posted(1, "first");
        IntStream.rangeClosed(1, 55).forEach(revision -> edited(message, revision, 1 + revision, "edit " + revision));

        said(at(3), "edit 55", 55, false);
        said(at(1), "edit 55", 55, false);
        said(at(7), "edit 6", 6, true);
    }

    /** Perhaps the message was edited because of what it said. */
    @Test
    void formerVersionsAreForTheAuthorAndForThoseWhoManageMessages() {
        var message = posted(1, "a secret");
        edited(message, 1, 3, "nothing");
        community.joined(ben, "ben");

        found(ben, "/past/messages?at=" + at(2))
                .jsonPath("$.messages[0].content")
                .isEqualTo("nothing")
                .jsonPath("$.messages[0].isOfThen")
                .isEqualTo(false);
        found(ben, "/past/messages?at=" + at(3))
                .jsonPath("$.messages[0].isOfThen")
                .isEqualTo(true);

        var role = new RoleId(Ids.fresh());
        var owner = community.owner.id();
        community.happens(
                new RoleEvent.Created(
                        community.server,
                        role,
                        "Moderators",
                        null,
                        Permissions.of(Permission.MANAGE_MESSAGES),
                        owner,
                        AT),
                new RoleEvent.Assigned(community.server, role, ben.id(), owner, AT));
        found(ben, "/past/messages?at=" + at(2))
                .jsonPath("$.messages[0].content")
                .isEqualTo("a secret");
    }

    @Test
    void aDeletedMessageIsNeverGivenBack() {
        var message = posted(1, "a secret");
        edited(message, 1, 2, "another secret");
        pinned(message, 3);
        posted(1, "still there");
        community.append(new MessageChange.Deleted(
                community.server, community.channel, message.messageId(), community.owner.id(), at(5)));

        for (var moment : List.of(at(1), at(2), at(4), at(9))) {
            page(moment, "")
                    .jsonPath("$.messages[*].content")
                    .value(List.class, said -> assertThat(said).isEqualTo(List.of("", "still there")))
                    .jsonPath("$.messages[0].isDeleted")
                    .isEqualTo(true)
                    .jsonPath("$.messages[0].isOfThen")
                    .isEqualTo(false);
        }
        pins(at(4))
                .jsonPath("$.messages[0].content")
                .isEqualTo("")
                .jsonPath("$.messages[0].isDeleted")
                .isEqualTo(true);
        pins(at(5)).jsonPath("$.messages").isEmpty();
    }

    @Test
    void pinsAreThoseOfThatTimeTheLastPinnedFirst() {
        var one = posted(1, "one");
        var two = posted(1, "two");
        pinned(one, 2);
        pinned(two, 3);
        unpinned(one, 5);
        pinned(one, 7);

        assertThat(pinnedAt(at(1))).isEmpty();
        assertThat(pinnedAt(at(2))).containsExactly("one");
        assertThat(pinnedAt(at(4))).containsExactly("two", "one");
        assertThat(pinnedAt(at(5))).containsExactly("two");
        assertThat(pinnedAt(at(7))).containsExactly("one", "two");
        page(at(4), "").jsonPath("$.messages[0].isPinned").isEqualTo(true);
        page(at(5), "").jsonPath("$.messages[0].isPinned").isEqualTo(false);
    }

    @Test
    void aPinnedMessageOfAThreadSaysWhereItIs() {
        var root = posted(1, "root");
        var owner = community.owner.id();
        community.append(new ThreadEvent.Started(
                community.server, community.channel, root.messageId(), owner, "About the root", at(1)));
        var inThread = new MessageEvent.Posted(
                community.server,
                community.channel,
                new MessageId(Ids.fresh()),
                owner,
                "in the thread",
                root.messageId(),
                root.messageId(),
                null,
                List.of(),
                at(1));
        community.append(inThread);
        pinned(inThread, 2);

        assertThat(contents(at(2))).containsExactly("root");
        pins(at(2))
                .jsonPath("$.messages[0].threadId")
                .isEqualTo(root.messageId().toString())
                .jsonPath("$.referenced['" + root.messageId() + "'].content")
                .isEqualTo("root");
    }

    @Test
    void aTimeThatNoStoreCanHoldIsRefused() {
        Queries.at(INSTANCE)
                .get(community, community.owner, path("/past/pins?at=-1000000000-01-01T00:00:00Z"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("at");
    }

    @Test
    void twoPlacesAtOnceAreRefused() {
        Queries.at(INSTANCE)
                .get(community, community.owner, path("/past/messages?before=3&after=1&at=" + at(0)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("after");
    }

    private static Instant at(int minutes) {
        return AT.plusSeconds(60L * minutes);
    }

    private MessageEvent.Posted posted(int minute, String content) {
        return community.posted(community.server, community.channel, at(minute), content);
    }

    private void edited(MessageEvent message, int revision, int minute, String content) {
        var owner = community.owner.id();
        community.append(new MessageChange.Edited(
                community.server, community.channel, message.messageId(), owner, revision, content, null, at(minute)));
    }

    private void pinned(MessageEvent message, int minute) {
        community.append(new PinEvent.Pinned(
                community.server, community.channel, message.messageId(), community.owner.id(), at(minute)));
    }

    private void unpinned(MessageEvent message, int minute) {
        community.append(new PinEvent.Unpinned(
                community.server, community.channel, message.messageId(), community.owner.id(), at(minute)));
    }

    private BodyContentSpec said(Instant moment, String content, int revision, boolean isOfThen) {
        return page(moment, "")
                .jsonPath("$.messages[0].content")
                .isEqualTo(content)
                .jsonPath("$.messages[0].revision")
                .isEqualTo(revision)
                .jsonPath("$.messages[0].isOfThen")
                .isEqualTo(isOfThen);
    }

    @SuppressWarnings("unchecked")
    private List<String> contents(Instant moment) {
        var said = new ArrayList<String>();
        page(moment, "").jsonPath("$.messages[*].content").value(List.class, said::addAll);
        return said;
    }

    @SuppressWarnings("unchecked")
    private List<String> pinnedAt(Instant moment) {
        var said = new ArrayList<String>();
        pins(moment).jsonPath("$.messages[*].content").value(List.class, said::addAll);
        return said;
    }

    private BodyContentSpec page(Instant moment, String more) {
        return found(community.owner, "/past/messages?at=" + moment + more);
    }

    private BodyContentSpec pins(Instant moment) {
        return found(community.owner, "/past/pins?at=" + moment);
    }

    private BodyContentSpec found(TestUser reader, String path) {
        return Queries.at(INSTANCE)
                .get(community, reader, path(path))
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private String path(String path) {
        return "/api/channels/" + community.channel + path;
    }
}
