package io.webchat.auth.session;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.auth.AuthApi;
import io.webchat.auth.AuthServiceApplication;
import io.webchat.auth.AuthServiceTest;
import io.webchat.auth.TestClock;
import io.webchat.auth.account.Accounts;
import io.webchat.auth.password.Passwords;
import io.webchat.domain.user.UserId;
import io.webchat.standalone.engine.EmbeddedRedis;
import io.webchat.support.session.EndedSessions;
import io.webchat.test.Infrastructure;
import io.webchat.test.ServiceInstance;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

/** Whoever holds sockets open is told which sessions have ended, whatever ended them. */
@AuthServiceTest
class SessionEndsTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Autowired
    private AuthApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    /** A connection that is more patient than the service's. */
    private static LettuceConnectionFactory connection;

    private static StringRedisTemplate redis;

    private final String name = freshName();
    private AuthApi.Answer laptop;
    private AuthApi.Answer phone;

    @BeforeAll
    static void connect() {
        connection = connectionTo(Infrastructure.shared().redisUrl());
        redis = new StringRedisTemplate(connection);
    }

    @AfterAll
    static void disconnect() {
        connection.destroy();
    }

    @BeforeEach
    void logInTwice() {
        laptop = api.registered(name);
        phone = api.login(name, PASSWORD);
    }

    @Test
    void loggingOutIsToldOfThatSessionAlone() {
        api.logout(phone.cookie());

        assertThat(endedWith(phone)).doesNotContainKey(idOf(laptop));
    }

    @Test
    void oneSessionThatIsRevokedIsTold() {
        api.revoke(token(laptop), idOf(phone));

        assertThat(endedWith(phone)).doesNotContainKey(idOf(laptop));
    }

    @Test
    void loggingOutEverywhereIsToldOfEachSessionAndOfNobodyElse() {
        var stranger = api.registered(freshName());

        api.revokeAll(token(laptop));

        assertThat(endedWith(phone)).containsKey(idOf(laptop)).doesNotContainKey(idOf(stranger));
    }

    @Test
    void aChangedPasswordIsToldOfAllSessionsButTheOneThatChangedIt() {
        var tablet = api.login(name, PASSWORD);

        api.changePassword(token(laptop), PASSWORD, "a wholly different horse");

        assertThat(endedWith(phone)).containsKey(idOf(tablet)).doesNotContainKey(idOf(laptop));
    }

    @Test
    void aSessionThatACopyOfItsRefreshTokenEndedIsTold() {
        api.refresh(phone.cookie());
        clock.forward(Duration.ofMinutes(1));

        assertThat(api.refresh(phone.cookie()).status()).isEqualTo(401);

        assertThat(endedWith(phone)).doesNotContainKey(idOf(laptop));
    }

    @Test
    void whatEndsNothingIsNotTold() {
        var stranger = api.registered(freshName());

        api.revoke(token(stranger), idOf(phone));
        api.changePassword(token(laptop), "not the password", "a wholly different horse");
        api.logout("made-up");
        api.refresh(phone.cookie());
        api.logout(stranger.cookie());

        // In the order in which they ended.
        assertThat(endedWith(stranger)).doesNotContainKeys(idOf(phone), idOf(laptop));
    }

    @Test
    void whoListensHearsItWithUntilWhenAnAccessTokenMayBeValid() throws Exception {
        Map<String, Instant> heard = new ConcurrentHashMap<>();
        var listeners = new RedisMessageListenerContainer();
        listeners.setConnectionFactory(connection);
        listeners.addMessageListener(
                (message, pattern) ->
                        heard.putAll(EndedSessions.read(new String(message.getBody(), StandardCharsets.UTF_8))),
                ChannelTopic.of(EndedSessions.CHANNEL));
        listeners.afterPropertiesSet();
        listeners.start();
        try {
            var latest = Instant.parse(phone.text("/expiresAt"));

            api.logout(phone.cookie());

            await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(heard).containsKey(idOf(phone)));
            assertThat(heard.get(idOf(phone))).isAfterOrEqualTo(latest);
            assertThat(heard).doesNotContainKey(idOf(laptop));
        } finally {
            listeners.destroy();
        }
    }

    /** Whoever changed it was answered with an error, or not at all, and asks again. */
    @Test
    void whatAChangedPasswordHasEndedIsToldByARepetitionIfTheChangeItselfCouldNot() {
        var account = accounts.require(UserId.parse(phone.text("/user/userId")));
        accounts.changePassword(account, passwords.hash("another password"), idOf(phone));

        assertThat(api.changePassword(token(phone), PASSWORD, "another password")
                        .status())
                .isEqualTo(204);

        assertThat(endedWith(laptop)).doesNotContainKey(idOf(phone));
    }

    @Test
    void nobodyRemembersASessionOfWhichNoAccessTokenIsValidAnyMore() {
        api.logout(phone.cookie());
        endedWith(phone);
        clock.forward(Duration.ofMinutes(11).plusSeconds(1));
        var another = api.registered(freshName());
        api.logout(another.cookie());
        endedWith(another);

        assertThat(redis.opsForZSet().range(EndedSessions.CHANNEL, 0, -1))
                .contains(idOf(another))
                .doesNotContain(idOf(phone));
    }

    @Test
    void whatEndsWhileRedisIsAwayIsToldOnceItIsBack(@TempDir Path folder) {
        var server = EmbeddedRedis.start(folder, 0);
        var port = URI.create(server.uri()).getPort();
        try (var instance = ServiceInstance.start(AuthServiceApplication.class, "REDIS_URL=" + server.uri())) {
            server.close();

            instance.bean(SessionEnds.class).tell(List.of("a-session"));

            server = EmbeddedRedis.start(folder, port);
            var late = connectionTo(server.uri());
            try {
                var ended = new EndedSessions(new StringRedisTemplate(late));
                await().atMost(LONG_ENOUGH)
                        .until(() -> ended.current(Instant.now()).containsKey("a-session"));
            } finally {
                late.destroy();
            }
        } finally {
            server.close();
        }
    }

    /** Also by an instance that was not there when they ended. */
    @Test
    void whatAnEmptiedRedisHasForgottenIsToldAgain(@TempDir Path folder) {
        var server = EmbeddedRedis.start(folder, 0);
        var patient = connectionTo(server.uri());
        try {
            var template = new StringRedisTemplate(patient);
            var ended = new EndedSessions(template);
            var session = UUID.randomUUID().toString();
            var settings = new String[] {"REDIS_URL=" + server.uri(), "MONGO_DATABASE=ends-" + session};
            try (var instance = ServiceInstance.start(AuthServiceApplication.class, settings)) {
                instance.bean(SessionEnds.class).tell(List.of(session));
                await().untilAsserted(
                                () -> assertThat(ended.current(Instant.now())).containsKey(session));
                var until = ended.current(Instant.now()).get(session);

                template.execute((RedisCallback<Object>) redis -> {
                    redis.serverCommands().flushAll();
                    return null;
                });

                await().atMost(LONG_ENOUGH)
                        .until(() -> ended.current(Instant.now()), current -> until.equals(current.get(session)));
            }
            template.delete(EndedSessions.CHANNEL);
            try (var later = ServiceInstance.start(AuthServiceApplication.class, settings)) {
                await().atMost(LONG_ENOUGH)
                        .until(() -> ended.current(Instant.now()).containsKey(session));
            }
        } finally {
            patient.destroy();
            server.close();
        }
    }

    /** All that have ended, once this one has. */
    private Map<String, Instant> endedWith(AuthApi.Answer login) {
        var ended = new EndedSessions(redis);
        return await().atMost(LONG_ENOUGH)
                .until(() -> ended.current(clock.instant()), current -> current.containsKey(idOf(login)));
    }

    private static LettuceConnectionFactory connectionTo(String server) {
        var url = URI.create(server);
        var factory = new LettuceConnectionFactory(url.getHost(), url.getPort());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    private static String token(AuthApi.Answer login) {
        return login.text("/accessToken");
    }

    private static String idOf(AuthApi.Answer login) {
        var claims = new String(Base64.getUrlDecoder().decode(token(login).split("\\.")[1]), StandardCharsets.UTF_8);
        return new JsonMapper().readTree(claims).get("sid").asString();
    }
}
