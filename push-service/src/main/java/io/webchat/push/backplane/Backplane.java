package io.webchat.push.backplane;

import io.webchat.support.redis.BestEffortRedis;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/**
 * The way to the other instances.
 *
 * <p><b>Guarantees.</b> Work is done by one thread, in the order in which it was handed over; messages of a channel are
 * heard in the order in which Redis took them. Nobody who hands work over ever waits for Redis, so delivery of the log
 * does not notice whether Redis is there. <b>Limits.</b> Messages are heard at most once, and not at all while Redis is
 * away, or those that have waited longest where {@value #MOST_UNHEARD} wait to be heard: who depends on them reads the
 * state again now and then. After a failure Redis is left alone for a second.
 */
public final class Backplane implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Backplane.class);
    private static final int MOST_UNHEARD = 10_000;
    private static final Duration SUBSCRIPTION_CHECK = Duration.ofSeconds(1);
    private static final Duration SUBSCRIPTION_TIMEOUT = Duration.ofSeconds(2);

    /** Who does not hear itself for so long, though Redis takes what it says, hears nobody. */
    private static final Duration DEAF = Duration.ofSeconds(5);

    private final String echo = "webchat:backplane:" + UUID.randomUUID();

    private final BestEffortRedis redis;
    private final RedisMessageListenerContainer listeners = new RedisMessageListenerContainer();
    private final ScheduledExecutorService worker = thread("backplane");
    private final ExecutorService hearing = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_UNHEARD),
            Thread.ofPlatform().name("backplane-hearing").daemon().factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());
    private final ScheduledExecutorService subscribing = thread("backplane-subscribing");
    private final AtomicLong unheardSince = new AtomicLong();
    private volatile boolean running;

    Backplane(BestEffortRedis redis, RedisConnectionFactory connections) {
        this.redis = redis;
        listeners.setConnectionFactory(connections);
        listeners.setTaskExecutor(new SyncTaskExecutor());
        listeners.setSubscriptionExecutor(new SimpleAsyncTaskExecutor("backplane-subscription-"));
        listeners.setMaxSubscriptionRegistrationWaitingTime(SUBSCRIPTION_TIMEOUT.toMillis());
        listeners.afterPropertiesSet();
        // At once: whoever has much to hear is not deaf.
        listeners.addMessageListener((message, pattern) -> unheardSince.set(0), ChannelTopic.of(echo));
    }

    /** Hears what is said in a channel, on a thread that must not be held up. To be called before the start. */
    public void listen(String channel, Consumer<String> listener) {
        listeners.addMessageListener(
                (message, pattern) -> hearing.execute(
                        guarded(() -> listener.accept(new String(message.getBody(), StandardCharsets.UTF_8)))),
                ChannelTopic.of(channel));
    }

    /** Does something with Redis soon. */
    public void execute(Runnable work) {
        try {
            worker.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            log.debug("not done, the service is going down");
        }
    }

    /** Does something with Redis later. */
    public void after(Duration delay, Runnable work) {
        try {
            worker.schedule(guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("not done, the service is going down");
        }
    }

    /** Does something with Redis again and again, until the service goes down. */
    public void every(Duration interval, Runnable work) {
        worker.scheduleWithFixedDelay(guarded(work), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What Redis answered; empty if it failed, or was not asked because it has just failed. For the worker. */
    public <T> Optional<T> ask(Function<StringRedisTemplate, @Nullable T> question) {
        return redis.ask(question);
    }

    @Override
    public void start() {
        running = true;
        subscribing.scheduleWithFixedDelay(
                guarded(this::subscribe), 0, SUBSCRIPTION_CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        subscribing.shutdownNow();
        worker.shutdownNow();
        hearing.shutdownNow();
        try {
            listeners.destroy();
        } catch (Exception e) {
            log.debug("the subscription did not end well", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the log and before the web server. */
    @Override
    public int getPhase() {
        return 2;
    }

    /**
     * The driver renews a subscription whose connection has ended. The first one needs a Redis that answers; one that
     * took too long, or whose connection the network has forgotten, looks as if it were there.
     */
    private void subscribe() {
        if (!listeners.isListening() || isDeaf()) {
            unheardSince.set(0);
            listeners.stop();
            listeners.start();
        }
        // Before it is sent: it may be heard at once.
        unheardSince.compareAndSet(0, System.nanoTime());
        if (redis.ask(template -> template.convertAndSend(echo, "")).isEmpty()) {
            unheardSince.set(0);
        }
    }

    private boolean isDeaf() {
        var since = unheardSince.get();
        return since != 0 && System.nanoTime() - since > DEAF.toNanos();
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("the backplane goes on after: {}", e.toString());
                log.debug("the backplane goes on", e);
            } catch (Throwable e) {
                // Whatever it is: who throws in a timer is never called again.
                log.error("the backplane goes on", e);
            }
        };
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
