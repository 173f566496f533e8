package io.webchat.log;

/** The settings of the connection to Kafka cannot be used. The message names the variable, and never a secret. */
public final class UnusableKafkaConnectionException extends RuntimeException {
    UnusableKafkaConnectionException(String fault) {
        super(fault);
    }
}
