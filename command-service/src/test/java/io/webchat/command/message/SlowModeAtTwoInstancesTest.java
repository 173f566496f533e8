package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Ids;
import io.webchat.log.replica.StructureReplica;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slow mode holds although an author's messages reach several instances at once. */
class SlowModeAtTwoInstancesTest {
    private static final ServiceInstance FIRST = start();
    private static final ServiceInstance SECOND = start();

    private final TestUser ada = FIRST.user();
    private final TestUser ben = FIRST.user();
    private String channel = "";

    /** A busy machine must not make an instance decide alone. */
    private static ServiceInstance start() {
        return ServiceInstance.start(
                CommandServiceApplication.class,
                "spring.data.redis.timeout=10s",
                "spring.data.redis.connect-timeout=10s");
    }

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    @BeforeEach
    void benIsInASlowChannelOfAdas() {
        var server = at(FIRST).createServer(ada);
        channel = server.generalChannelId();
        at(FIRST)
                .join(ben, at(FIRST).createInvite(ada, server.serverId()))
                .expectStatus()
                .isOk();
        slowMode(3_600);
    }

    @Test
    void ofManyMessagesAtOnceOneIsPosted() throws Exception {
        for (var round = 0; round < 5; round++) {
            benIsInASlowChannelOfAdas();
            var statuses = new ArrayList<Integer>();
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = executor.invokeAll(IntStream.range(0, 20)
                        .mapToObj(i -> (Callable<Integer>) () -> post(i % 2 == 0 ? FIRST : SECOND, ben, Ids.fresh()))
                        .toList());
                for (var answer : answers) {
                    statuses.add(answer.get());
                }
            }

            assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(19);
        }
    }

    @Test
    void theSameMessageAtBothAtOnceIsPosted() throws Exception {
        var id = Ids.fresh();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : executor.invokeAll(List.<Callable<Integer>>of(
                    () -> post(FIRST, ben, id), () -> post(SECOND, ben, id), () -> post(SECOND, ben, id)))) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
    }

    @Test
    void whoHasToWaitIsToldHowLongAlsoWhereTheyHaveNotPosted() {
        assertThat(post(FIRST, ben, Ids.fresh())).isEqualTo(201);

        at(SECOND)
                .postMessage(ben, channel, "Again")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(3_000, 3_600));
        assertThat(post(SECOND, ada, Ids.fresh()))
                .as("who looks after the channel")
                .isEqualTo(201);
    }

    @Test
    void aSlowModeThatWasShortenedHoldsAtOnce() {
        assertThat(post(FIRST, ben, Ids.fresh())).isEqualTo(201);
        slowMode(1);

        await().until(() -> post(SECOND, ben, Ids.fresh()), status -> status == 201);
    }

    @Test
    void withoutRedisAnInstanceHoldsItAlone() {
        try (var alone = ServiceInstance.start(CommandServiceApplication.class, "REDIS_URL=redis://127.0.0.1:1")) {
            assertThat(post(alone, ben, Ids.fresh())).isEqualTo(201);
            assertThat(post(alone, ben, Ids.fresh())).isEqualTo(429);

            assertThat(FIRST.bean(RecentMessages.class).tail().awaitCurrent(Duration.ofSeconds(30)))
                    .isTrue();
            assertThat(post(FIRST, ben, Ids.fresh())).as("by the log").isEqualTo(429);
        }
    }

    private void slowMode(int seconds) {
        at(FIRST)
                .http()
                .put()
                .uri("/api/channels/" + channel + "/slow-mode")
                .header("Authorization", ada.bearer())
                .header("Idempotency-Key", Ids.fresh().toString())
                .body(Map.of("seconds", seconds))
                .exchange()
                .expectStatus()
                .isNoContent();
        await().until(() -> isSlow(FIRST, seconds) && isSlow(SECOND, seconds));
    }

    private boolean isSlow(ServiceInstance instance, int seconds) {
        var id = ChannelId.parse(channel);
        return instance.bean(StructureReplica.class)
                .serverOf(id)
                .filter(server -> server.hasMember(ben.id()))
                .map(server -> server.channels().get(id))
                .filter(found -> found.slowMode().equals(Duration.ofSeconds(seconds)))
                .isPresent();
    }

    /** As a client does it: what cannot be told yet is asked again under the same id. */
    private int post(ServiceInstance instance, TestUser author, UUID id) {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> at(instance)
                                .postMessage(author, channel, id, "Hello")
                                .returnResult(String.class)
                                .getStatus()
                                .value(),
                        status -> status != 503);
    }

    private static Commands at(ServiceInstance instance) {
        return Commands.at(instance.port());
    }
}
