package io.webchat.support.token;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what to do about the secret, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnusableSecretFailureAnalyzer extends AbstractFailureAnalyzer<UnusableSecretException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, UnusableSecretException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ". Whoever knows it can act as any user, so the service does not start without a "
                        + "good one.",
                "Set the environment variable JWT_SECRET to at least " + SecretStrength.MIN_BYTES
                        + " random bytes, the same for all services, for example: export JWT_SECRET=$(openssl rand "
                        + "-base64 48)",
                cause);
    }
}
