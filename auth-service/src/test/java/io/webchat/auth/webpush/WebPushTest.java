package io.webchat.auth.webpush;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.auth.AuthApi;
import io.webchat.auth.TestClock;
import io.webchat.auth.account.Accounts;
import io.webchat.auth.session.HookedSubscriptions;
import io.webchat.auth.session.PushSubscription;
import io.webchat.auth.session.PushSubscriptions;
import io.webchat.domain.user.UserId;
import io.webchat.support.webpush.PushCall;
import io.webchat.support.webpush.PushCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.redis.core.StringRedisTemplate;

/** From a call that is to be made to what arrives at the browser, with a push service of the test's own. */
@WebPushServiceTest
class WebPushTest {
    static final String PUBLIC_KEY =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    static final String PRIVATE_KEY = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @Autowired
    private AuthApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private PushSubscriptions subscriptions;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PushSender sender;

    @Autowired
    private Vapid vapid;

    @Autowired
    private PushMetrics metrics;

    private static final StringRedisTemplate REDIS = PatientRedis.template();

    private final Browser browser = new Browser();
    private final String name = freshName();
    private PushServiceDouble service;
    private AuthApi.Answer login;

    @BeforeEach
    void logIn() throws Exception {
        service = new PushServiceDouble();
        login = api.registered(name);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aCallArrivesEncryptedForTheBrowserWithWhatThePushServiceHasToKnow() throws Exception {
        subscribe(login, "phone");
        assertThat(state(login).body().at("/isSubscribed").asBoolean()).isTrue();
        assertThat(state(login).text("/applicationServerKey")).isEqualTo(PUBLIC_KEY);

        call(login, "channel", true, "{\"excerpt\":\"Hello\"}");

        var received = awaitReceived("phone", 1).getFirst();
        assertThat(browser.decrypt(received.body())).isEqualTo("{\"excerpt\":\"Hello\"}");
        assertThat(received.headers().getFirst("Content-Encoding")).isEqualTo("aes128gcm");
        assertThat(received.headers().getFirst("TTL")).isEqualTo("3600");
        assertThat(received.headers().getFirst("Urgency")).isEqualTo("high");
        assertThat(received.headers().getFirst("Topic")).matches("[A-Za-z0-9_-]{32}");
        assertThat(received.headers().getFirst("Authorization"))
                .startsWith("vapid t=")
                .endsWith(", k=" + PUBLIC_KEY);
    }

    @Test
    void oneTopicTakesThePlaceOfTheSameOfTheSameSessionOnly() {
        subscribe(login, "phone");
        var tablet = api.login(name, PASSWORD);
        subscribe(tablet, "tablet");

        call(login, "one", false, "{}");
        call(login, "one", false, "{}");
        call(login, "two", false, "{}");

        var topics = awaitReceived("phone", 3).stream().map(one -> one.headers().getFirst("Topic"));
        assertThat(topics.distinct()).hasSize(2);
        assertThat(awaitReceived("tablet", 3).getFirst().headers().getFirst("Topic"))
                .isNotIn(awaitReceived("phone", 3).stream()
                        .map(one -> one.headers().getFirst("Topic"))
                        .toList());
        assertThat(awaitReceived("phone", 3).getFirst().headers().getFirst("Urgency"))
                .isEqualTo("normal");
    }

    @Test
    void aSubscriptionThatThePushServiceDoesNotKnowAnyMoreIsForgotten() {
        subscribe(login, "phone");
        service.answers(410, Map.of());

        call(login, "channel", false, "{}");

        await().atMost(LONG_ENOUGH)
                .until(() -> !state(login).body().at("/isSubscribed").asBoolean());
        assertThat(service.received("phone")).hasSize(1);
    }

    @Test
    void aPushServiceInTroubleIsAskedAgainWhenItWantsToBe() {
        subscribe(login, "phone");
        service.answers(503, Map.of("Retry-After", "1"));
        service.answers(500, Map.of());

        call(login, "channel", false, "{}");

        awaitReceived("phone", 3);
        assertThat(state(login).body().at("/isSubscribed").asBoolean()).isTrue();
    }

    @Test
    void oneThatWantsItsPeaceForLongHasIt() {
        subscribe(login, "phone");
        service.answers(429, Map.of("Retry-After", "600"));

        call(login, "one", false, "{}");
        awaitReceived("phone", 1);
        call(login, "two", false, "{}");

        awaitBothOnce("phone");
    }

    @Test
    void oneThatWasWaitedForInVainIsNotAskedAgain() {
        subscribe(login, "phone");
        service.keepsSilent();
        var unreachable = attempts("unreachable");
        var before = unreachable.count();

        call(login, "one", false, "{}");
        await().atMost(LONG_ENOUGH).until(() -> unreachable.count() > before);
        call(login, "two", false, "{}");

        awaitBothOnce("phone");
    }

    @Test
    void aFaultIsCountedAndKeepsNobodyElseWaiting() {
        subscribe(login, "phone");
        var session = subscriptions.of(List.of(idOf(login))).getFirst();
        var faulty = session.subscription();
        subscriptions.put(session.sessionId(), new PushSubscription("no URL", faulty.p256dh(), faulty.auth()));
        var laptop = api.login(name, PASSWORD);
        subscribe(laptop, "laptop");
        var failed = attempts("failed");
        var before = failed.count();

        call(login, "channel", false, "{}");

        awaitReceived("laptop", 1);
        await().atMost(LONG_ENOUGH).until(() -> failed.count() > before);
    }

    @Test
    void oneCallThatCannotBeMadeIsNotTheLossOfTheNext() {
        subscribe(login, "phone");
        var unreadable = new UserId(UUID.randomUUID());
        mongo.getCollection("sessions")
                .insertOne(new Document("_id", unreadable.toString())
                        .append("userId", unreadable.toString())
                        .append("expiresAt", clock.instant().plusSeconds(60))
                        .append("pushSubscription", "none"));
        var failed = attempts("failed");
        var before = failed.count();

        REDIS.opsForList()
                .rightPushAll(
                        "webchat:{web-push}:calls",
                        "no call",
                        written(unreadable, "first"),
                        written(idOf(login), "second"));

        awaitReceived("phone", 1);
        assertThat(failed.count()).isGreaterThan(before);
        mongo.remove(Query.query(Criteria.where("_id").is(unreadable.toString())), "sessions");
    }

    @Test
    void aStoreThatIsAwayForAMomentIsAskedAgain() throws Exception {
        subscribe(login, "phone");
        var failures = new AtomicInteger(2);
        var unsteady = HookedSubscriptions.of(mongo, accounts, clock, "find", () -> {
            if (failures.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("away");
            }
        });
        var delivery = new PushDelivery(REDIS, unsteady, sender, vapid, metrics);

        delivery.deliver(List.of(
                new PushCall(List.of(idOf(login)), "one", false, clock.instant(), "{}"),
                new PushCall(List.of(idOf(login)), "two", false, clock.instant(), "{}")));

        awaitBothOnce("phone");
    }

    @Test
    void aStoreThatIsAwayForLongIsNotAskedForWhatIsTooLate() throws Exception {
        var late = meters.get("webchat.webpush.late").counter();
        var before = late.count();
        var away = HookedSubscriptions.of(mongo, accounts, clock, "find", () -> {
            clock.forward(Duration.ofSeconds(121));
            throw new DataAccessResourceFailureException("away");
        });
        var call = new PushCall(List.of(idOf(login)), "one", false, clock.instant(), "{}");

        new PushDelivery(REDIS, away, sender, vapid, metrics).deliver(List.of(call));

        assertThat(late.count()).isGreaterThan(before);
    }

    @Test
    void ofManyBrowsersOfOnePersonTheTenThatWereUsedLastAreCalled() {
        subscribe(login, "first");
        for (var i = 0; i < 10; i++) {
            clock.forward(Duration.ofMillis(10));
            subscribe(api.login(name, PASSWORD), "later-" + i);
        }

        call(login, "channel", false, "{}");

        for (var i = 0; i < 10; i++) {
            awaitReceived("later-" + i, 1);
        }
        assertThat(service.received("first")).isEmpty();
    }

    @Test
    void whatComesTooLateIsNotTold() {
        subscribe(login, "phone");

        new PushCalls(REDIS)
                .add(List.of(new PushCall(
                        List.of(idOf(login)), "late", false, clock.instant().minusSeconds(121), "{}")));
        call(login, "channel", false, "{}");

        awaitReceived("phone", 1);
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void whoseSessionHasEndedIsNotCalledThere() {
        subscribe(login, "phone");
        var laptop = api.login(name, PASSWORD);
        subscribe(laptop, "laptop");
        api.logout(login.cookie());

        call(login, "channel", false, "{}");

        awaitReceived("laptop", 1);
        assertThat(service.received("phone")).isEmpty();
    }

    @Test
    void aChangedPasswordEndsItWithTheSession() {
        subscribe(login, "phone");
        var laptop = api.login(name, PASSWORD);
        subscribe(laptop, "laptop");
        api.changePassword(laptop.text("/accessToken"), PASSWORD, "a wholly different horse");

        call(login, "channel", false, "{}");

        awaitReceived("laptop", 1);
        assertThat(service.received("phone")).isEmpty();
    }

    @Test
    void aBrowserBelongsToWhoSubscribedItLast() {
        subscribe(login, "shared");
        var other = api.registered(freshName());
        subscribe(other, "shared");
        subscribe(other, "other");

        call(login, "mine", false, "{\"for\":\"login\"}");
        call(other, "theirs", false, "{\"for\":\"other\"}");

        awaitReceived("other", 1);
        assertThat(state(login).body().at("/isSubscribed").asBoolean()).isFalse();
        assertThat(service.received("shared")).isEmpty();
    }

    @Test
    void whoUnsubscribesIsCalledNoMore() {
        subscribe(login, "phone");
        var laptop = api.login(name, PASSWORD);
        subscribe(laptop, "laptop");

        assertThat(api.unsubscribePush(login.text("/accessToken")).status()).isEqualTo(204);
        assertThat(api.unsubscribePush(login.text("/accessToken")).status()).isEqualTo(204);
        call(login, "channel", false, "{}");

        awaitReceived("laptop", 1);
        assertThat(service.received("phone")).isEmpty();
    }

    private void subscribe(AuthApi.Answer session, String path) {
        var at = browser.subscribedAt(service.url(path));
        var body = Map.of("endpoint", at.endpoint(), "keys", Map.of("p256dh", at.p256dh(), "auth", at.auth()));
        assertThat(api.subscribePush(session.text("/accessToken"), body).status())
                .isEqualTo(204);
    }

    private AuthApi.Answer state(AuthApi.Answer session) {
        return api.pushSubscription(session.text("/accessToken"));
    }

    private void call(AuthApi.Answer user, String topic, boolean isUrgent, String notification) {
        new PushCalls(REDIS)
                .add(List.of(new PushCall(
                        List.of(idOf(user), new UserId(UUID.randomUUID())),
                        topic,
                        isUrgent,
                        clock.instant(),
                        notification)));
    }

    /** As it lies in Redis. */
    private String written(UserId user, String topic) {
        return """
                {"users":["%s"],"topic":"%s","isUrgent":false,"at":%d,"notification":"{}"}""".formatted(user, topic, clock.millis());
    }

    private Counter attempts(String outcome) {
        return meters.get("webchat.webpush.attempts").tag("outcome", outcome).counter();
    }

    /** Had the first been tried again, it would have come first: its pause is shorter than the way of the second. */
    private void awaitBothOnce(String browser) {
        awaitReceived(browser, 2);
        assertThat(service.received(browser).stream()
                        .map(one -> one.headers().getFirst("Topic"))
                        .distinct())
                .hasSize(2);
    }

    private List<PushServiceDouble.Received> awaitReceived(String path, int count) {
        return await().atMost(LONG_ENOUGH).until(() -> service.received(path), all -> all.size() >= count);
    }

    private static UserId idOf(AuthApi.Answer login) {
        return UserId.parse(login.text("/user/userId"));
    }
}
