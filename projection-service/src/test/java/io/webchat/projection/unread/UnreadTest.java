package io.webchat.projection.unread;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.reading.NotificationLevel;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as unread, and for whom. */
class UnreadTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final ServiceInstance SERVICE = SharedInstances.first();

    private final Queries queries = Queries.at(SERVICE);
    private final Community community = Community.founded(SERVICE);
    private final TestUser ada = community.owner;
    private final TestUser ben = SERVICE.user();
    private final RoleId crew = new RoleId(Ids.fresh());

    @BeforeEach
    void benIsAMember() {
        community.joined(ben, "ben");
    }

    @Test
    void whatOthersSayIsUnreadUntilItIsRead() {
        var first = posted(ada);
        posted(ada);
        posted(ada);

        assertUnread(ben, 3, 0, 1L);
        assertUnread(ada, 0, 0, null);

        read(ben, first, 1);
        assertUnread(ben, 2, 0, 2L);
    }

    @Test
    void onesOwnMessagesAndDeletedOnesDoNotCount() {
        posted(ada);
        posted(ben);
        var gone = posted(ada);
        posted(ada);
        community.append(
                new MessageChange.Deleted(community.server, community.channel, gone.messageId(), ada.id(), AT));
        community.append(gone);

        assertUnread(ben, 2, 0, 1L);
        assertUnread(ada, 1, 0, 2L);
    }

    @Test
    void whoWantsToReadAgainReadsFromThereOn() {
        var messages = List.of(posted(ada), posted(ada), posted(ada));
        read(ben, messages.getLast(), 3);
        assertUnread(ben, 0, 0, null);

        community.append(new ReadingEvent.MarkedUnread(
                ben.id(),
                community.server,
                community.channel,
                null,
                messages.get(1).messageId(),
                2,
                AT));

        assertUnread(ben, 2, 0, 2L);
    }

    @Test
    void aMarkThatComesTooLateTakesNothingBack() {
        var messages = List.of(posted(ada), posted(ada), posted(ada));
        read(ben, messages.getLast(), 3);
        read(ben, messages.getFirst(), 1);

        assertUnread(ben, 0, 0, null);
        queries.found(community, ben, "/api/channels/" + community.channel + "/unread/why")
                .jsonPath("$.because.messageId")
                .isEqualTo(messages.getLast().messageId().toString());
    }

    @Test
    void aMarkThatIsAheadOfTheViewLeavesNothingUnread() {
        var only = posted(ada);
        read(ben, only, 9);

        assertUnread(ben, 0, 0, null);
    }

    @Test
    void callsCountForWhomTheyCall() {
        benIsInTheCrew();
        posted(ada, new Mentions(List.of(ben.id()), List.of(), false));
        posted(ada, new Mentions(List.of(), List.of(crew), false));
        posted(ada, new Mentions(List.of(), List.of(), true));
        posted(ada, new Mentions(List.of(ada.id()), List.of(), false));
        posted(ben, new Mentions(List.of(ben.id()), List.of(crew), true));

        assertUnread(ben, 4, 3, 1L);
        assertUnread(ada, 1, 1, 5L);
    }

    @Test
    void aCallOfARoleCountsForWhoHasItWhenTheyLook() {
        benIsInTheCrew();
        posted(ada, new Mentions(List.of(), List.of(crew), false));
        assertUnread(ben, 1, 1, 1L);

        community.happens(new RoleEvent.Withdrawn(community.server, crew, ben.id(), ada.id(), AT));
        assertUnread(ben, 1, 0, 1L);
    }

    @Test
    void editsAddAndTakeAwayCalls() {
        var message = posted(ada);
        posted(ada);
        assertUnread(ben, 2, 0, 1L);

        edited(message, 1, new Mentions(List.of(ben.id()), List.of(), false));
        assertUnread(ben, 2, 1, 1L);

        edited(message, 1, null);
        assertUnread(ben, 2, 1, 1L);

        edited(message, 2, null);
        assertUnread(ben, 2, 0, 1L);
    }

    @Test
    void whoJoinsHasReadWhatWasThereBefore() {
        posted(ada, AT.plusSeconds(1));
        posted(ada, AT.plusSeconds(2));
        var cem = SERVICE.user();
        community.registered(cem.id(), "cem");
        community.happens(
                new MemberEvent.Joined(community.server, cem.id(), community.invite.id(), AT.plusSeconds(10)));
        assertUnread(cem, 0, 0, null);

        posted(ada, AT.plusSeconds(11));
        assertUnread(cem, 1, 0, 3L);
        assertUnread(ben, 3, 0, 1L);
    }

    @Test
    void whoComesBackHasReadWhatWasSaidMeanwhile() {
        read(ben, posted(ada, AT.plusSeconds(1)), 1, AT.plusSeconds(2));
        community.happens(new MemberEvent.Left(community.server, ben.id(), AT.plusSeconds(3)));
        posted(ada, AT.plusSeconds(4));
        posted(ada, AT.plusSeconds(5));
        community.happens(new MemberEvent.Joined(community.server, ben.id(), community.invite.id(), AT.plusSeconds(6)));
        assertUnread(ben, 0, 0, null);

        var last = posted(ada, AT.plusSeconds(7));
        assertUnread(ben, 1, 0, 4L);

        read(ben, last, 4, AT.plusSeconds(8));
        assertUnread(ben, 0, 0, null);
    }

    @Test
    void ofWhatOneMayNotSeeNothingIsTold() {
        posted(ada);
        var secret = new ChannelId(Ids.fresh());
        community.happens(new ChannelEvent.Created(community.server, secret, "secret", ada.id(), AT, null, null, true));
        var inSecret = new MessageEvent.Posted(
                community.server,
                secret,
                new MessageId(Ids.fresh()),
                ada.id(),
                "psst",
                null,
                null,
                new Mentions(List.of(ben.id()), List.of(), true),
                null,
                AT);
        community.append(inSecret);

        assertThat(channelsOf(ben)).containsExactly(community.channel.toString());
        assertThat(channelsOf(ada)).containsExactlyInAnyOrder(community.channel.toString(), secret.toString());
        notFound(ben, "/api/channels/" + secret + "/unread");
        notFound(ben, "/api/channels/" + secret + "/messages/" + inSecret.messageId() + "/reading");

        var view = Permissions.of(Permission.VIEW_CHANNEL);
        community.happens(new ChannelEvent.MemberOverridden(
                community.server, secret, ben.id(), view, Permissions.NONE, ada.id(), AT));
        assertThat(channelsOf(ben)).hasSize(2);

        community.happens(new MemberEvent.Kicked(community.server, ben.id(), ada.id(), AT));
        assertThat(channelsOf(ben)).isEmpty();
        notFound(ben, "/api/channels/" + community.channel + "/unread");
    }

    @Test
    void aThreadCountsByItselfForWhoIsInIt() {
        var root = posted(ada);
        community.append(new ThreadEvent.Started(
                community.server, community.channel, root.messageId(), ada.id(), "About it", AT));
        inThread(root, ben);
        inThread(root, ada);
        inThread(root, ada);

        assertUnread(ben, 1, 0, 1L);
        assertThat(channelsOf(ben)).hasSize(2);
        queries.found(community, ben, "/api/channels/" + community.channel + "/threads/" + root.messageId() + "/unread")
                .jsonPath("$.unread")
                .isEqualTo(2)
                .jsonPath("$.firstUnread")
                .isEqualTo(2)
                .jsonPath("$.threadId")
                .isEqualTo(root.messageId().toString());

        community.append(new ThreadEvent.Left(community.server, community.channel, root.messageId(), ben.id(), AT));
        assertThat(channelsOf(ben)).hasSize(1);
    }

    @Test
    void wishesAreToldWhereThereAreSome() {
        community.append(new ReadingEvent.ServerNotificationsChanged(
                ben.id(), community.server, true, NotificationLevel.MENTIONS, AT));
        community.append(new ReadingEvent.ChannelNotificationsChanged(
                ben.id(), community.server, community.channel, false, null, AT));

        queries.found(community, ben, "/api/users/me/unread")
                .jsonPath("$.notifications.length()")
                .isEqualTo(2)
                .jsonPath("$.notifications[0].level")
                .isEqualTo("mentions")
                .jsonPath("$.notifications[0].muted")
                .isEqualTo(true)
                .jsonPath("$.notifications[1].channelId")
                .isEqualTo(community.channel.toString())
                .jsonPath("$.notifications[1].level")
                .doesNotExist();
        queries.found(community, ada, "/api/users/me/unread")
                .jsonPath("$.notifications")
                .isEmpty();
    }

    @Test
    void aMessageAndTheMarkBesideIt() {
        posted(ada);
        var second = posted(ada);
        read(ben, second, 2);

        queries.found(
                        community,
                        ben,
                        "/api/channels/" + community.channel + "/messages/" + second.messageId() + "/reading")
                .jsonPath("$.number")
                .isEqualTo(2)
                .jsonPath("$.readUpTo")
                .isEqualTo(2)
                .jsonPath("$.readPosition")
                .value(Integer.class, position -> assertThat(position).isPositive())
                .jsonPath("$.threadId")
                .doesNotExist();
    }

    @Test
    void everyCountIsExplainedByTheEventsBehindIt() {
        var first = posted(ada);
        posted(ben);
        var gone = posted(ada);
        community.append(
                new MessageChange.Deleted(community.server, community.channel, gone.messageId(), ada.id(), AT));
        posted(ada, new Mentions(List.of(ben.id()), List.of(), false));
        var why = "/api/channels/" + community.channel + "/unread/why";
        queries.found(community, ben, why)
                .jsonPath("$.because.kind")
                .isEqualTo("joined")
                .jsonPath("$.messages[*].counts")
                .value(
                        List.class,
                        counts -> assertThat(counts).isEqualTo(List.of("unread", "own", "deleted", "mention")));

        read(ben, first, 1);
        queries.found(community, ben, why)
                .jsonPath("$.readUpTo")
                .isEqualTo(1)
                .jsonPath("$.because.kind")
                .isEqualTo("read")
                .jsonPath("$.because.messageId")
                .isEqualTo(first.messageId().toString())
                .jsonPath("$.because.stream")
                .isEqualTo(Topic.READS.stream(Partitioning.partitionOf(ben.id().value())))
                .jsonPath("$.messages[0].stream")
                .isEqualTo(Topic.MESSAGES.stream(Partitioning.partitionOf(community.channel.value())))
                .jsonPath("$.messages.length()")
                .isEqualTo(3)
                .jsonPath("$.next")
                .doesNotExist();
        queries.found(community, ben, why + "?after=3")
                .jsonPath("$.messages[*].counts")
                .value(List.class, counts -> assertThat(counts).isEqualTo(List.of("mention")));
        queries.get(community, ben, why + "?after=-1").expectStatus().isBadRequest();
        notFound(SERVICE.user(), why);
    }

    @Test
    void theInboxHoldsWhoCalledOneTheLatestFirst() {
        benIsInTheCrew();
        var one = posted(ada, null, new Mentions(List.of(ben.id()), List.of(), false), AT.plusSeconds(1));
        var two = posted(ada, null, new Mentions(List.of(), List.of(crew), true), AT.plusSeconds(2));
        var gone = posted(ada, null, new Mentions(List.of(ben.id()), List.of(), false), AT.plusSeconds(3));
        var three = posted(ada, null, null, AT.plusSeconds(4));
        posted(ben, null, new Mentions(List.of(ben.id()), List.of(), true), AT.plusSeconds(5));
        community.append(
                new MessageChange.Deleted(community.server, community.channel, gone.messageId(), ada.id(), AT));
        community.append(new MessageChange.Edited(
                community.server,
                community.channel,
                three.messageId(),
                ada.id(),
                1,
                "Hey",
                new Mentions(List.of(ben.id()), List.of(), false),
                AT.plusSeconds(6)));
        read(ben, one, 1);

        var inbox = "/api/users/me/mentions";
        queries.found(community, ben, inbox)
                .jsonPath("$.mentions[*].messageId")
                .value(List.class, ids -> assertThat(ids).isEqualTo(List.of(id(three), id(two), id(one))))
                .jsonPath("$.mentions[*].isUnread")
                .value(List.class, unread -> assertThat(unread).isEqualTo(List.of(true, true, false)))
                .jsonPath("$.authors['%s'].username".formatted(ada.id()))
                .isEqualTo("ada")
                .jsonPath("$.next")
                .doesNotExist();
        queries.found(community, ben, inbox + "?limit=2")
                .jsonPath("$.mentions.length()")
                .isEqualTo(2)
                .jsonPath("$.next")
                .value(
                        String.class,
                        next -> queries.found(community, ben, inbox + "?limit=2&before=" + next)
                                .jsonPath("$.mentions[*].messageId")
                                .value(List.class, ids -> assertThat(ids).isEqualTo(List.of(id(one)))));
        queries.get(community, ben, inbox + "?before=nonsense").expectStatus().isBadRequest();

        community.happens(new MemberEvent.Kicked(community.server, ben.id(), ada.id(), AT));
        queries.found(community, ben, inbox).jsonPath("$.mentions").isEmpty();
    }

    /** Against the simplest count there is, over several tallies. */
    @Test
    void countsAreExactHoweverLongTheHistory() {
        var random = new Random(7);
        var authors = new ArrayList<UserId>();
        var messages = new ArrayList<MessageEvent.Posted>();
        var deleted = new HashSet<Integer>();
        for (var i = 0; i < 330; i++) {
            var author = random.nextInt(4) == 0 ? ben : ada;
            authors.add(author.id());
            messages.add(
                    posted(author, random.nextInt(5) == 0 ? new Mentions(List.of(ben.id()), List.of(), false) : null));
            if (random.nextInt(6) == 0) {
                var gone = random.nextInt(messages.size());
                deleted.add(gone);
                community.append(new MessageChange.Deleted(
                        community.server, community.channel, messages.get(gone).messageId(), ada.id(), AT));
            }
        }
        for (var mark : List.of(0, 1, 99, 100, 101, 200, 250, 329, 330)) {
            if (mark > 0) {
                read(ben, messages.get(mark - 1), mark);
            }
            var unread = new ArrayList<Long>();
            var mentions = 0;
            for (var i = mark; i < messages.size(); i++) {
                if (authors.get(i).equals(ada.id()) && !deleted.contains(i)) {
                    unread.add(i + 1L);
                    mentions += messages.get(i).mentions() == null ? 0 : 1;
                }
            }
            assertUnread(ben, unread.size(), mentions, unread.isEmpty() ? null : unread.getFirst());
        }
    }

    private void assertUnread(TestUser reader, long unread, long mentions, @Nullable Long first) {
        var found = queries.found(community, reader, "/api/channels/" + community.channel + "/unread");
        found.jsonPath("$.unread").isEqualTo(unread).jsonPath("$.mentions").isEqualTo(mentions);
        if (first == null) {
            found.jsonPath("$.firstUnread").doesNotExist();
        } else {
            found.jsonPath("$.firstUnread").isEqualTo(first);
        }
    }

    private List<String> channelsOf(TestUser reader) {
        var channels = new ArrayList<String>();
        queries.found(community, reader, "/api/users/me/unread")
                .jsonPath("$.channels[*].channelId")
                .value(List.class, ids -> ids.forEach(id -> channels.add(String.valueOf(id))));
        return channels;
    }

    private void notFound(TestUser reader, String path) {
        queries.get(community, reader, path).expectStatus().isNotFound();
    }

    private static String id(MessageEvent message) {
        return message.messageId().toString();
    }

    private void benIsInTheCrew() {
        community.happens(
                new RoleEvent.Created(community.server, crew, "Crew", null, Permissions.NONE, ada.id(), AT),
                new RoleEvent.Assigned(community.server, crew, ben.id(), ada.id(), AT));
    }

    private MessageEvent.Posted posted(TestUser author) {
        return posted(author, (Mentions) null);
    }

    private MessageEvent.Posted posted(TestUser author, Instant at) {
        return posted(author, null, null, at);
    }

    private MessageEvent.Posted posted(TestUser author, @Nullable Mentions mentions) {
        return posted(author, null, mentions, AT);
    }

    private void inThread(MessageEvent root, TestUser author) {
        posted(author, root.messageId(), null, AT);
    }

    private MessageEvent.Posted posted(
            TestUser author, @Nullable MessageId thread, @Nullable Mentions mentions, Instant at) {
        var event = new MessageEvent.Posted(
                community.server,
                community.channel,
                new MessageId(Ids.fresh()),
                author.id(),
                "Hello",
                null,
                thread,
                mentions,
                null,
                at);
        community.append(event);
        return event;
    }

    private void edited(MessageEvent.Posted message, int revision, @Nullable Mentions mentions) {
        community.append(new MessageChange.Edited(
                community.server, community.channel, message.messageId(), ada.id(), revision, "Hey", mentions, AT));
    }

    private void read(TestUser reader, MessageEvent message, long number) {
        read(reader, message, number, AT);
    }

    private void read(TestUser reader, MessageEvent message, long number, Instant at) {
        community.append(new ReadingEvent.Read(
                reader.id(), community.server, community.channel, null, message.messageId(), number, at));
    }
}
