package io.webchat.push.backplane;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.support.redis.BestEffortRedis;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class WaitingListTest {
    /** Redis is not asked for anything here. */
    private final LettuceConnectionFactory connections = new LettuceConnectionFactory();

    private final Backplane backplane =
            new Backplane(new BestEffortRedis(new StringRedisTemplate(connections)), connections);

    private final List<List<String>> done = new CopyOnWriteArrayList<>();
    private final WaitingList<String> list = new WaitingList<>(backplane, done::add);

    @AfterEach
    void stop() {
        backplane.stop();
    }

    @Test
    void whatIsAddedWhileTheWorkerIsBusyIsDoneAtOnceAndEachThingOnce() {
        var busy = new CountDownLatch(1);
        backplane.execute(() -> {
            try {
                busy.await(10, SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List.of("ada", "ben", "ada", "cleo").forEach(list::add);
        busy.countDown();

        await().untilAsserted(() -> assertThat(done).containsExactly(List.of("ada", "ben", "cleo")));
    }

    @Test
    void whatIsAddedAfterwardsIsDoneToo() {
        list.add("ada");
        await().until(() -> done.size() == 1);

        list.add("ada");

        await().untilAsserted(() -> assertThat(done).containsExactly(List.of("ada"), List.of("ada")));
    }

    @Test
    void workThatFailsDoesNotHoldUpWhatComesLater() {
        var failing = new WaitingList<String>(backplane, things -> {
            done.add(things);
            throw new IllegalStateException("once");
        });
        failing.add("ada");
        await().until(() -> done.size() == 1);

        failing.add("ben");

        await().untilAsserted(() -> assertThat(done).containsExactly(List.of("ada"), List.of("ben")));
    }
}
