package io.webchat.support.log;

import io.webchat.log.UnusableKafkaConnectionException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what is wrong between this service and the brokers, instead of a stack trace; never a password. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KafkaConnectionFailureAnalyzer extends AbstractFailureAnalyzer<Exception> {
    private static final String GUIDE =
            "platform/docs/production.md, “Kafka with authentication and TLS”, explains it.";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, Exception ignored) {
        var unusable = findCause(root, UnusableKafkaConnectionException.class);
        if (unusable != null) {
            return new FailureAnalysis(unusable.getMessage() + ".", "Set the environment variable; " + GUIDE, unusable);
        }
        var refusal = findCause(root, KafkaRefusalException.class);
        return refusal == null ? null : new FailureAnalysis(refusal.getMessage(), action(refusal), refusal);
    }

    private static String action(KafkaRefusalException refusal) {
        return refusal.getCause() instanceof AuthorizationException
                ? "Grant its user what the table of access rights lists; " + GUIDE
                : "Set KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD to what the brokers know, and the"
                        + " KAFKA_SSL_… variables to a certificate that they have; " + GUIDE;
    }
}
