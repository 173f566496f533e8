package io.webchat.support.log;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what brokers are asked for. */
public final class KafkaFutures {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private KafkaFutures() {}

    /**
     * Returns the answer. Throws the broker's exception if it refuses, and {@link KafkaException} if it does not answer
     * within thirty seconds, or this thread is interrupted.
     */
    public static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer within " + TIMEOUT.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e);
        }
    }
}
