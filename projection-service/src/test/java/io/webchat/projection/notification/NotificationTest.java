package io.webchat.projection.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.reading.NotificationLevel;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.projection.timeline.MessagePlaces;
import io.webchat.support.webpush.PushCall;
import io.webchat.support.webpush.PushCalls;
import io.webchat.support.webpush.PushSubscribers;
import io.webchat.test.Infrastructure;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom what is said calls: from the log to what auth-service is told. Cem hears everything, so whatever calls him has
 * been decided for Ben too.
 */
class NotificationTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final LogRecords RECORDS = new LogRecords("/webchat/test");
    private static final ServiceInstance SERVICE = SharedInstances.first();

    /** As patient as a test has to be; that of the service is not. */
    private static final StringRedisTemplate REDIS = patientRedis();

    private final PushCalls calls = new PushCalls(REDIS);
    private final Community community = Community.founded(SERVICE);
    private final TestUser ada = community.owner;
    private final TestUser ben = SERVICE.user();
    private final TestUser cem = SERVICE.user();
    private final List<PushCall> taken = new ArrayList<>();

    @BeforeEach
    void benAndCemCanBeCalled() {
        community.joined(ben, "ben");
        community.joined(cem, "cem");
        var subscribers = new PushSubscribers(REDIS);
        List.of(ada, ben, cem).forEach(user -> subscribers.add(user.id()));
        // A new consumer group begins at the head of the log, wherever that is, and who can be called is looked up now
        // and then: from the first call of both on everything is heard.
        await().atMost(LONG_ENOUGH).pollInterval(Duration.ofMillis(500)).until(() -> {
            posted(ada, null, null);
            return take().stream().anyMatch(call -> call.users().containsAll(List.of(ben.id(), cem.id())));
        });
    }

    @AfterEach
    void nobodyIsThere() {
        List.of(ben, cem).forEach(user -> REDIS.delete(List.of(presence(user), presence(user) + ":chosen")));
    }

    @Test
    void aMessageCallsWhoWantsToHearItAndNotWhoWroteIt() {
        assertThat(calledFor(posted(ada, null, null))).containsExactlyInAnyOrder(ben.id(), cem.id());
        assertThat(calledFor(posted(ben, null, null))).containsExactlyInAnyOrder(ada.id(), cem.id());
    }

    @Test
    void whatIsMutedOrToBeSilentCallsNobodyUnlessItMayCallByName() {
        wish(ben, false, NotificationLevel.MENTIONS);
        assertThat(calledFor(posted(ada, null, null))).containsExactly(cem.id());
        assertThat(calledFor(posted(ada, toBen(), null))).contains(ben.id());

        wish(ben, false, NotificationLevel.NOTHING);
        assertThat(calledFor(posted(ada, toBen(), null))).containsExactly(cem.id());

        wish(ben, true, null);
        assertThat(calledFor(posted(ada, toBen(), null))).containsExactly(cem.id());
    }

    @Test
    void whatHoldsForTheServerHoldsWhereNothingIsSaidOfTheChannel() {
        community.append(new ReadingEvent.ServerNotificationsChanged(
                ben.id(), community.server, false, NotificationLevel.NOTHING, Instant.now()));
        seen();
        assertThat(calledFor(posted(ada, null, null))).containsExactly(cem.id());

        wish(ben, false, NotificationLevel.ALL);
        assertThat(calledFor(posted(ada, null, null))).contains(ben.id());
    }

    @Test
    void onlyACallByNameIsUrgentInACommunity() {
        var message = posted(ada, toBen(), null);
        calledFor(message);

        assertThat(of(message, ben)).allMatch(PushCall::isUrgent);
        assertThat(of(message, cem)).noneMatch(PushCall::isUrgent);
    }

    @Test
    void whatWasReadAtOnceCallsNobody() {
        // As far as nobody can have read yet: a mark may be there before the message is in the view.
        var before = posted(ada, null, null);
        community.append(new ReadingEvent.Read(
                ben.id(), community.server, community.channel, null, before.messageId(), 1_000_000, Instant.now()));
        seen();

        assertThat(calledFor(posted(ada, null, null))).containsExactly(cem.id());
    }

    @Test
    void whatOneMayNotSeeCallsNobody() {
        community.happens(new ChannelEvent.MemberOverridden(
                community.server,
                community.channel,
                ben.id(),
                Permissions.NONE,
                Permissions.of(Permission.VIEW_CHANNEL),
                ada.id(),
                Instant.now()));
        seen();

        assertThat(calledFor(posted(ada, toBen(), null))).containsExactly(cem.id());
    }

    @Test
    void aThreadCallsWhoIsInItAndWhomItCallsByName() {
        var root = posted(ada, null, null);
        community.append(new ThreadEvent.Started(
                community.server, community.channel, root.messageId(), ada.id(), "Launch", Instant.now()));
        posted(cem, null, root.messageId());
        seen();

        assertThat(calledFor(posted(ada, null, root.messageId()))).containsExactly(cem.id());
        assertThat(calledFor(posted(ada, toBen(), root.messageId()))).containsExactlyInAnyOrder(ben.id(), cem.id());
    }

    @Test
    void whoUsesADeviceOrIsNotToBeDisturbedIsNotCalled() {
        device(ben, "active");
        assertThat(calledFor(posted(ada, toBen(), null))).containsExactly(cem.id());

        device(ben, "idle");
        assertThat(calledFor(posted(ada, toBen(), null))).contains(ben.id());

        REDIS.opsForValue().set(presence(ben) + ":chosen", "do-not-disturb");
        assertThat(calledFor(posted(ada, toBen(), null))).containsExactly(cem.id());
    }

    /** In timelines of their own, so that neither takes the place of the other. */
    @Test
    void whatIsOldCallsNobody() {
        var all = new Mentions(List.of(), List.of(), true);
        var old = posted(ada, all, new MessageId(Ids.fresh()), Instant.now().minus(Duration.ofMinutes(10)));

        calledFor(posted(ada, all, new MessageId(Ids.fresh())));

        assertThat(taken).noneMatch(call -> isOf(call, old));
    }

    @Test
    void whatWasDeletedMeanwhileCallsNobodyNorDoesARepetition() {
        var said = posted(ada, toBen(), null);
        var deleted = posted(ada, toBen(), null);
        community.append(new MessageChange.Deleted(
                community.server, community.channel, deleted.messageId(), ada.id(), Instant.now()));
        seen();
        // By then both have had their turn.
        calledFor(posted(ada, toBen(), null));
        taken.clear();

        decide(deleted, 0);
        decide(said, 1);
        assertThat(take()).noneMatch(call -> isOf(call, deleted) || isOf(call, said));

        decide(said, 0);
        assertThat(take()).anyMatch(call -> isOf(call, said));
    }

    @Test
    void theLastOfSeveralCallsAndIsAsUrgentAsAnyOfThem() {
        var urgent = posted(ada, toBen(), null);
        var last = posted(ada, null, null);
        seen();
        // By then both have had their turn.
        calledFor(posted(ada, toBen(), null));
        taken.clear();

        SERVICE.bean(Notifications.class).call(List.of(placed(urgent, 0), placed(last, 0)));
        taken.addAll(take());

        assertThat(taken).noneMatch(call -> isOf(call, urgent));
        assertThat(of(last, ben)).singleElement().matches(PushCall::isUrgent);
        assertThat(of(last, cem)).singleElement().matches(call -> !call.isUrgent());
    }

    @Test
    void whatHasBecomeOldOnItsWayCallsNobodyAndIsCounted() {
        var old = posted(ada, toBen(), null, Instant.now().minus(Duration.ofMinutes(10)));
        var lost = SERVICE.bean(MeterRegistry.class)
                .get("webchat.notification.lost")
                .counter();
        var before = lost.count();

        SERVICE.bean(Notifications.class).call(List.of(new Notifications.Posted(old, 0)));

        assertThat(take()).noneMatch(call -> isOf(call, old));
        assertThat(lost.count()).isGreaterThan(before);
    }

    /** Of people and a server that are not there: it calls nobody, once it has waited. */
    @Test
    void theNewestOfABatchHasItsTimeWhateverComesLast() {
        var grace = Duration.ofSeconds(1);
        var listener = new NotificationListener(SERVICE.bean(Notifications.class), grace, Clock.systemUTC());
        var now = Instant.now();

        listener.onMessage(List.of(record(0, now), record(1, now.minusSeconds(30))), () -> {});

        assertThat(Instant.now())
                .isAfterOrEqualTo(now.truncatedTo(ChronoUnit.MILLIS).plus(grace));
    }

    @Test
    void aCallOfManyBecomesSeveral() {
        var topic = Ids.fresh().toString();
        var many = Stream.generate(() -> new UserId(Ids.fresh())).limit(250).toList();

        calls.add(List.of(new PushCall(many, topic, true, Instant.now(), "{}")));

        var some = take().stream().filter(call -> call.topic().equals(topic)).toList();
        assertThat(some).extracting(call -> call.users().size()).containsExactly(100, 100, 50);
        assertThat(some).flatExtracting(PushCall::users).containsExactlyElementsOf(many);
    }

    @Test
    void aNotificationSaysWhoSaidWhatWhere() {
        var content = "> **Look**, <@" + ben.id() + ">, <#" + community.channel + ">: " + "x".repeat(300);
        var message = new MessageEvent.Posted(
                community.server,
                community.channel,
                new MessageId(Ids.fresh()),
                ada.id(),
                content,
                null,
                null,
                toBen(),
                null,
                Instant.now());
        community.append(message);
        calledFor(message);

        var call = of(message, ben).getFirst();
        var notification = read(call);
        assertThat(notification.get("type").asString()).isEqualTo("message");
        assertThat(notification.get("serverId").asString()).isEqualTo(community.server.toString());
        assertThat(notification.get("channelId").asString()).isEqualTo(community.channel.toString());
        assertThat(notification.get("messageId").asString())
                .isEqualTo(message.messageId().toString());
        assertThat(notification.has("threadId")).isFalse();
        assertThat(notification.get("author").asString()).isEqualTo("ada");
        assertThat(notification.get("channel").asString()).isEqualTo("general");
        assertThat(notification.get("server").asString()).isEqualTo("Rocket club");
        assertThat(notification.get("excerpt").asString())
                .startsWith("Look, @ben, #…: xxx")
                .hasSize(NotificationText.EXCERPT);
        assertThat(call.topic()).isEqualTo(community.channel.toString());
        assertThat(call.at()).isEqualTo(message.at().truncatedTo(ChronoUnit.MILLIS));
    }

    private static StringRedisTemplate patientRedis() {
        var url = URI.create(Infrastructure.shared().redisUrl());
        var connections = new LettuceConnectionFactory(url.getHost(), url.getPort());
        connections.afterPropertiesSet();
        connections.start();
        return new StringRedisTemplate(connections);
    }

    private Mentions toBen() {
        return new Mentions(List.of(ben.id()), List.of(), false);
    }

    private MessageEvent.Posted posted(TestUser author, @Nullable Mentions mentions, @Nullable MessageId thread) {
        return posted(author, mentions, thread, Instant.now());
    }

    private MessageEvent.Posted posted(
            TestUser author, @Nullable Mentions mentions, @Nullable MessageId thread, Instant at) {
        var message = new MessageEvent.Posted(
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
        community.append(message);
        return message;
    }

    private void wish(TestUser user, boolean muted, @Nullable NotificationLevel level) {
        community.append(new ReadingEvent.ChannelNotificationsChanged(
                user.id(), community.server, community.channel, muted, level, Instant.now()));
        seen();
    }

    /** All that has happened is in the views. */
    private void seen() {
        Queries.at(SERVICE).found(community, ben, "/api/users/me/unread");
    }

    /** As the listener has it decided, with the offset of the message or a later one. */
    private void decide(MessageEvent.Posted message, long later) {
        SERVICE.bean(Notifications.class).call(List.of(placed(message, later)));
    }

    private static Notifications.Posted placed(MessageEvent.Posted message, long later) {
        var place = SERVICE.bean(MessagePlaces.class)
                .find(message.channelId(), List.of(message.messageId()))
                .get(message.messageId());
        return new Notifications.Posted(message, place.offset() + later);
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, Instant at) {
        var message = MessageEvent.Posted.text(
                new ServerId(Ids.fresh()),
                new ChannelId(Ids.fresh()),
                new MessageId(Ids.fresh()),
                new UserId(Ids.fresh()),
                "Hello",
                at);
        var written = RECORDS.message(message, new CommandId(Ids.fresh()), 0);
        return new ConsumerRecord<>(
                written.topic(),
                partition,
                0,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                written.key().length,
                written.value().length,
                written.key(),
                written.value(),
                written.headers(),
                Optional.empty());
    }

    private void device(TestUser user, String activity) {
        var until = Instant.now().plus(Duration.ofHours(1)).toEpochMilli();
        REDIS.opsForHash().put(presence(user), "device", activity + " " + until);
    }

    private static String presence(TestUser user) {
        return "webchat:presence:{" + user.id() + "}";
    }

    /** Everybody whom a message calls, once it calls somebody. */
    private Set<UserId> calledFor(MessageEvent.Posted message) {
        await().atMost(LONG_ENOUGH).until(() -> {
            taken.addAll(take());
            return taken.stream().anyMatch(call -> isOf(call, message));
        });
        var users = new HashSet<UserId>();
        taken.stream().filter(call -> isOf(call, message)).forEach(call -> users.addAll(call.users()));
        return users;
    }

    private List<PushCall> of(MessageEvent.Posted message, TestUser user) {
        return taken.stream()
                .filter(call -> isOf(call, message) && call.users().contains(user.id()))
                .toList();
    }

    private List<PushCall> take() {
        return calls.take(1_000);
    }

    private static boolean isOf(PushCall call, MessageEvent.Posted message) {
        return read(call).get("messageId").asString().equals(message.messageId().toString());
    }

    private static JsonNode read(PushCall call) {
        return new JsonMapper().readTree(call.notification());
    }
}
