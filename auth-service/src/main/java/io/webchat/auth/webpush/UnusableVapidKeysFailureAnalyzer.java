package io.webchat.auth.webpush;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about the keys, instead of a stack trace. */
final class UnusableVapidKeysFailureAnalyzer extends AbstractFailureAnalyzer<UnusableVapidKeysException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, UnusableVapidKeysException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Set all three of WEB_PUSH_VAPID_PUBLIC_KEY, WEB_PUSH_VAPID_PRIVATE_KEY and WEB_PUSH_VAPID_SUBJECT, or "
                        + "none for no web push. platform/docs/production.md says how to make a pair.",
                cause);
    }
}
