package io.webchat.support.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.PlaceholderResolutionException;

/** Names the environment variable that a service cannot start without. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingSettingFailureAnalyzer extends AbstractFailureAnalyzer<Exception> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, Exception ignored) {
        var bound = findCause(root, MissingSettingException.class);
        if (bound != null) {
            return analysis(bound.setting(), bound);
        }
        var resolved = findCause(root, PlaceholderResolutionException.class);
        return resolved == null ? null : analysis(resolved.getPlaceholder(), resolved);
    }

    private static FailureAnalysis analysis(String setting, Throwable cause) {
        return new FailureAnalysis(
                "The required setting " + setting + " is missing.",
                "Set the environment variable " + setting + "; the configuration table of the README explains it.",
                cause);
    }
}
