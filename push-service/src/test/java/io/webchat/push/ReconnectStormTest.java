package io.webchat.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.user.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two thousand clients lose their instance at one moment. */
class ReconnectStormTest {
    private static final int CLIENTS = 2_000;
    private static final int OF_ONE_USER = 40;
    private static final int AT_ONCE = 64;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);

    /** What the protocol gives a first attempt to come back, see the reference client. */
    private static final int SHORTEST_PAUSE_MILLIS = 100;

    private static final int LONGEST_PAUSE_MILLIS = 600;

    /** Clients here say nothing by themselves, and a busy machine is no reason to close them. */
    private static final String[] PATIENT = {
        "webchat.push.gateway.heartbeat=10m",
        "webchat.push.gateway.identify-timeout=2m",
        "webchat.push.gateway.queue-age=2m"
    };

    private final List<UserId> users =
            Stream.generate(ChatLog::someone).limit(CLIENTS / OF_ONE_USER).toList();

    @Test
    void allClientsOfAKilledInstanceComeBackToAnotherOutOfItsMemory(@TempDir Path folder) throws Exception {
        var author = users.getFirst();
        var room = ChatLog.room(author);
        users.stream().skip(1).forEach(user -> ChatLog.join(room, user));
        var missed = IntStream.range(0, 20).mapToObj(i -> "missed " + i).toList();
        try (var dying = PushProcess.start(folder, PATIENT);
                var other = PushInstance.start(PATIENT);
                var threads =
                        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var clients = all(threads, 0, i -> identifying(dying, userOf(i)));
            await().atMost(LONG_ENOUGH).until(() -> clients.stream().allMatch(PushClient::isCaughtUp));
            clients.forEach(PushClient::takeArrived);

            dying.kill();
            await().atMost(LONG_ENOUGH).until(() -> clients.stream().allMatch(PushClient::isClosed));
            try (var watching = PushClient.identified(other, author)) {
                ChatLog.post(room, author, missed);
                watching.takeUntil(frame -> PushClient.isContent(frame, missed.getLast()));
            }
            var returned =
                    all(threads, LONGEST_PAUSE_MILLIS, i -> PushClient.resuming(other, userOf(i), clients.get(i)));
            await().atMost(LONG_ENOUGH).until(() -> returned.stream().allMatch(PushClient::isCaughtUp));

            assertThat(returned)
                    .allSatisfy(client -> assertThat(PushClient.contents(client.takeArrived()))
                            .isEqualTo(missed));
            // A client may have caught up a moment before it is counted.
            await().untilAsserted(() -> assertThat(resumes(other, "memory")).isEqualTo(CLIENTS));
            assertThat(resumes(other, "log")).isZero();
            assertThat(resumes(other, "reset")).isZero();
            returned.forEach(PushClient::close);
        }
    }

    private interface Connecting {
        PushClient client(int index);
    }

    /** All clients, each after a random pause of its own. */
    private static List<PushClient> all(Executor threads, int longestPause, Connecting connecting) throws Exception {
        var clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> connecting.client(i),
                        CompletableFuture.delayedExecutor(pause(longestPause), TimeUnit.MILLISECONDS, threads)))
                .toList();
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new))
                .get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
        return clients.stream().map(CompletableFuture::join).toList();
    }

    private static long pause(int longest) {
        return longest == 0 ? 0 : ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, longest);
    }

    private static PushClient identifying(Gateway instance, UserId user) {
        var client = PushClient.connect(instance);
        client.send("identify", Map.of("token", PushClient.token(user)));
        return client;
    }

    private UserId userOf(int client) {
        return users.get(client / OF_ONE_USER);
    }

    private static double resumes(PushInstance instance, String kind) {
        return instance.bean(MeterRegistry.class).find("webchat.push.resumes").tag("kind", kind).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
