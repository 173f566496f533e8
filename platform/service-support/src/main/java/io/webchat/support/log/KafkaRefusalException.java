package io.webchat.support.log;

import io.webchat.log.KafkaConnection;
import org.apache.kafka.common.errors.ApiException;

/** Kafka answers, and does not let this service in, or not do what it has to do at its start. */
final class KafkaRefusalException extends RuntimeException {
    KafkaRefusalException(KafkaConnection connection, ApiException cause) {
        super("Kafka at " + connection + " refuses this service: " + cause.getMessage(), cause);
    }
}
