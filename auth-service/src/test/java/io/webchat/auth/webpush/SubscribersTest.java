package io.webchat.auth.webpush;

import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.auth.AuthApi;
import io.webchat.auth.TestClock;
import io.webchat.auth.account.Accounts;
import io.webchat.auth.session.HookedSubscriptions;
import io.webchat.auth.session.PushSubscriptions;
import io.webchat.domain.user.UserId;
import io.webchat.support.webpush.PushSubscribers;
import io.webchat.support.webpush.PushSubscribers.Known;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whose browser it is, and who is said to have one that can be called, by several instances at once. */
@WebPushServiceTest
class SubscribersTest {
    @Autowired
    private AuthApi api;

    @Autowired
    private PushSubscriptions subscriptions;

    @Autowired
    private Vapid vapid;

    @Autowired
    private PushMetrics metrics;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestClock clock;

    private static final StringRedisTemplate REDIS = PatientRedis.template();

    private final Browser browser = new Browser();

    @Test
    void whoSubscribesAtOneInstanceWhileAnotherOneTellsOfAllIsNotLost() {
        var earlier = subscribed();
        var meanwhile = new UserId[1];
        var overtaken = new StringRedisTemplate(PatientRedis.connections()) {
            @Override
            public void rename(String from, String to) {
                meanwhile[0] = subscribed();
                super.rename(from, to);
            }
        };

        new SubscriberList(overtaken, subscriptions, vapid, metrics).tellAll();

        assertThat(known()).contains(earlier, meanwhile[0]);
    }

    @Test
    void whoCannotBeCalledAnyMoreIsNotAmongThemWhenAllAreToldAnew() {
        var login = api.registered(freshName());
        subscribe(login);
        assertThat(known()).contains(idOf(login));
        api.unsubscribePush(login.text("/accessToken"));

        new SubscriberList(REDIS, subscriptions, vapid, metrics).tellAll();

        assertThat(known()).doesNotContain(idOf(login));
    }

    @Test
    void whoSubscribesIsAmongThemAtOnceAndAfterRedisWasEmptied() {
        var user = subscribed();
        assertThat(known()).contains(user);

        REDIS.delete(List.of("webchat:{web-push}:subscribers", "webchat:{web-push}:subscribers:version"));

        await().atMost(Duration.ofSeconds(30)).until(() -> known().contains(user));
    }

    /** Both take it from the other one first, and then have it; and neither is told. */
    @Test
    void ofTwoWhoSubscribeABrowserAtOnceOneHasIt() {
        var mine = subscriptions.of(List.of(subscribed())).getFirst();
        var theirs = subscriptions.of(List.of(subscribed())).getFirst();
        var shared = browser.subscribedAt("http://localhost/" + freshName());
        var isFirst = new AtomicBoolean(true);
        var overtaken = HookedSubscriptions.of(mongo, accounts, clock, "updateFirst", () -> {
            if (isFirst.getAndSet(false)) {
                subscriptions.put(theirs.sessionId(), shared);
            }
        });

        overtaken.put(mine.sessionId(), shared);

        assertThat(subscriptions.of(mine.sessionId())).contains(shared);
        assertThat(subscriptions.of(theirs.sessionId())).isEmpty();
    }

    private Set<UserId> known() {
        return new PushSubscribers(REDIS)
                .newerThan(Known.NOBODY)
                .map(Known::users)
                .orElse(Set.of());
    }

    private UserId subscribed() {
        var login = api.registered(freshName());
        subscribe(login);
        return idOf(login);
    }

    private void subscribe(AuthApi.Answer login) {
        var at = browser.subscribedAt("http://localhost/" + freshName());
        var body = Map.of("endpoint", at.endpoint(), "keys", Map.of("p256dh", at.p256dh(), "auth", at.auth()));
        assertThat(api.subscribePush(login.text("/accessToken"), body).status()).isEqualTo(204);
    }

    private static UserId idOf(AuthApi.Answer login) {
        return UserId.parse(login.text("/user/userId"));
    }
}
