package io.webchat.auth.webpush;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.auth.session.PushSubscriptions;
import io.webchat.auth.session.PushSubscriptions.Subscribed;
import io.webchat.auth.webpush.PushTransport.Answer;
import io.webchat.support.webpush.PushCall;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls one browser for one message: three times at most, and only while the message is fresh. A push service that says
 * when it wants to be asked again is asked then, or not at all if that is too long; one that was waited for in vain is
 * not. Whoever hands over a call waits while as many are made as may be, in all; those of one person take turns.
 */
@Component
class PushSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PushSender.class);
    private static final int ATTEMPTS = 3;
    private static final int BACK_OFF = 4;

    /** Of the 32 characters that a topic may have (RFC 8030, 5.4). */
    private static final int TOPIC_BYTES = 24;

    private final PushTransport transport;
    private final PushEncryption encryption = new PushEncryption();
    private final PushSubscriptions subscriptions;
    private final Vapid vapid;
    private final WebPushProperties properties;
    private final PushMetrics metrics;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PushTurns turns = new PushTurns();
    private final Semaphore free;

    PushSender(
            PushTransport transport,
            PushSubscriptions subscriptions,
            Vapid vapid,
            WebPushProperties properties,
            PushMetrics metrics,
            Clock clock) {
        this.transport = transport;
        this.subscriptions = subscriptions;
        this.vapid = vapid;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.free = new Semaphore(properties.concurrency(), true);
    }

    /** Begins to call, once there is room for it. */
    void send(PushCall call, Subscribed to) throws InterruptedException {
        free.acquire();
        begin(call, to, 1);
    }

    boolean isLate(PushCall call, Duration wait) {
        return clock.instant().plus(wait).isAfter(call.at().plus(properties.late()));
    }

    /** There is room for it, which is given back. */
    private void begin(PushCall call, Subscribed to, int attempt) {
        Runnable make = () -> make(call, to, attempt);
        switch (turns.ask(to.user(), make)) {
            case NOW -> threads.execute(make);
            case LATER -> free.release();
            case NEVER -> {
                free.release();
                metrics.dropped();
            }
        }
    }

    private void make(PushCall call, Subscribed to, int attempt) {
        try {
            if (isLate(call, Duration.ZERO)) {
                metrics.late();
            } else {
                attempt(call, to, attempt);
            }
        } catch (RuntimeException e) {
            // Without its message, which may have the endpoint in it.
            LOG.warn("a browser was not called: {}", e.getClass().getSimpleName());
            metrics.attempted(PushOutcome.FAILED);
        } finally {
            free.release();
            turns.next(to.user()).ifPresent(next -> threads.execute(() -> whenFree(next)));
        }
    }

    private void whenFree(Runnable call) {
        free.acquireUninterruptibly();
        call.run();
    }

    private void attempt(PushCall call, Subscribed to, int attempt) {
        var begin = System.nanoTime();
        var answer = post(call, to);
        var wasInVain = System.nanoTime() - begin > properties.timeout().toNanos() / 2;
        var outcome = answer.map(Answer::status).map(PushOutcome::of).orElse(PushOutcome.UNREACHABLE);
        metrics.attempted(outcome);
        switch (outcome) {
            case SENT -> metrics.arrived(Duration.between(call.at(), clock.instant()));
            case GONE -> {
                subscriptions.remove(to);
                metrics.removed();
            }
            case REFUSED ->
                LOG.warn(
                        "a push service has refused a call: {}",
                        answer.map(Answer::status).orElse(0));
            case THROTTLED, UNAVAILABLE -> retry(call, to, attempt, pause(answer, attempt));
            case UNREACHABLE -> {
                // Whoever is slow once would be it three times; and may have the call.
                if (!wasInVain) {
                    retry(call, to, attempt, pause(answer, attempt));
                }
            }
            case FAILED -> throw new IllegalStateException("an answer is no fault of ours");
        }
    }

    private void retry(PushCall call, Subscribed to, int attempt, Duration pause) {
        if (attempt >= ATTEMPTS || pause.compareTo(properties.longestPause()) > 0 || isLate(call, pause)) {
            LOG.debug("giving up a call after {} attempts", attempt);
            return;
        }
        // Nothing is held while it waits; what waits when the service goes down is not made.
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(() -> whenFree(() -> begin(call, to, attempt + 1)));
    }

    private Duration pause(Optional<Answer> answer, int attempt) {
        var usual = properties.firstPause().multipliedBy((long) Math.pow(BACK_OFF, attempt - 1));
        return answer.flatMap(given -> Optional.ofNullable(given.retryAfter()))
                .filter(wanted -> wanted.compareTo(usual) > 0)
                .orElse(usual);
    }

    private Optional<Answer> post(PushCall call, Subscribed to) {
        try {
            var endpoint = URI.create(to.subscription().endpoint());
            var headers = Map.of(
                    "Authorization",
                    vapid.authorization(endpoint),
                    "Content-Encoding",
                    "aes128gcm",
                    "Content-Type",
                    "application/octet-stream",
                    "TTL",
                    Long.toString(properties.timeToLive().toSeconds()),
                    "Urgency",
                    call.isUrgent() ? "high" : "normal",
                    "Topic",
                    topic(call, to));
            var body = encryption.encrypt(call.notification().getBytes(UTF_8), to.subscription());
            return Optional.of(transport.post(endpoint, headers, body));
        } catch (IOException e) {
            // Without the endpoint, which is a secret of the browser.
            LOG.debug("a push service did not answer: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Another one in each session, so that a push service cannot tell who hears of the same channel. */
    private static String topic(PushCall call, Subscribed to) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest((to.sessionId() + "/" + call.topic()).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TOPIC_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
