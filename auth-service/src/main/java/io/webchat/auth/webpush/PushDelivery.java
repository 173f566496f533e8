package io.webchat.auth.webpush;

import io.webchat.auth.session.PushSubscriptions;
import io.webchat.auth.session.PushSubscriptions.Subscribed;
import io.webchat.support.webpush.PushCall;
import io.webchat.support.webpush.PushCalls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes the calls that are to be made and makes them, on a thread of its own: it waits while push services are slow.
 * All instances take from the same list, each call once. While Redis or the store is away, none are made; those that
 * were taken wait for the store until they are late.
 */
@Component
class PushDelivery implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PushDelivery.class);
    private static final int BATCH = 50;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

    private final PushCalls calls;
    private final PushSubscriptions subscriptions;
    private final PushSender sender;
    private final Vapid vapid;
    private final PushMetrics metrics;
    private volatile @Nullable ScheduledExecutorService thread;

    PushDelivery(
            StringRedisTemplate redis,
            PushSubscriptions subscriptions,
            PushSender sender,
            Vapid vapid,
            PushMetrics metrics) {
        this.calls = new PushCalls(redis);
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.vapid = vapid;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        if (vapid.publicKey().isPresent()) {
            var started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("web-push").daemon().factory());
            started.scheduleWithFixedDelay(
                    this::deliver, LOOK_AGAIN.toMillis(), LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            thread = started;
        }
    }

    @Override
    public void stop() {
        var started = thread;
        if (started != null) {
            started.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Until there are none. */
    private void deliver() {
        try {
            for (var some = calls.take(BATCH); !some.isEmpty(); some = calls.take(BATCH)) {
                deliver(some);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            LOG.debug("nobody is called for now", e);
        } catch (RuntimeException e) {
            // Whatever it is: the next ones are made.
            LOG.error("calls were not made", e);
        }
    }

    /** One after another; what happens to one of them is not the others' loss. */
    void deliver(List<PushCall> some) throws InterruptedException {
        for (var call : some) {
            for (var subscribed : subscribed(call)) {
                sender.send(call, subscribed);
            }
        }
    }

    /** Whoever is to be called. A store that is away is asked again for as long as the call is not late. */
    private List<Subscribed> subscribed(PushCall call) throws InterruptedException {
        while (!sender.isLate(call, Duration.ZERO)) {
            try {
                return subscriptions.of(call.users());
            } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
                LOG.debug("nobody is called for now", e);
                Thread.sleep(STORE_PAUSE);
            } catch (RuntimeException e) {
                LOG.error("a call was not made", e);
                metrics.attempted(PushOutcome.FAILED);
                return List.of();
            }
        }
        metrics.late();
        return List.of();
    }
}
