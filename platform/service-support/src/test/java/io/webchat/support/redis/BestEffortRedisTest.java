package io.webchat.support.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis itself is not asked here: what it would answer is in the questions. */
@Timeout(60)
class BestEffortRedisTest {
    private final BestEffortRedis redis = new BestEffortRedis(new StringRedisTemplate());
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsNotThereIsNoFailure() {
        assertThat(redis.ask(template -> null)).isEmpty();
        assertThat(redis.ask(template -> "here")).contains("here");
    }

    @Test
    void afterAFailureItIsLeftAloneForAWhile() {
        assertThat(redis.ask(template -> fail())).isEmpty();
        assertThat(redis.ask(template -> fail())).isEmpty();
        assertThat(asked).hasValue(1);

        await().until(() -> redis.ask(template -> "back").isPresent());
        assertThat(redis.ask(template -> "there")).contains("there");
    }

    @Test
    void whileSomebodyFindsOutTheOthersDoWithout() throws Exception {
        var isFinding = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = requests.submit(() -> redis.ask(template -> {
                isFinding.countDown();
                return awaited(answer);
            }));
            isFinding.await();

            assertThat(redis.ask(template -> "waited")).isEmpty();
            answer.countDown();

            assertThat(first.get()).contains("found");
            assertThat(redis.ask(template -> "there")).contains("there");
        }
    }

    @Test
    void whoGivesUpWhileFindingOutLeavesItToOthers() {
        assertThatThrownBy(() -> redis.ask(template -> {
                    throw new OutOfMemoryError("as it happens");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        await().until(() -> redis.ask(template -> "found").isPresent());
    }

    private String fail() {
        asked.incrementAndGet();
        throw new QueryTimeoutException("too slow");
    }

    private static String awaited(CountDownLatch latch) {
        try {
            latch.await();
            return "found";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
