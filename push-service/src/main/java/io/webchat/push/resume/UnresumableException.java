package io.webchat.push.resume;

import io.webchat.push.protocol.ResetReason;

/** Positions that cannot be honoured. */
final class UnresumableException extends Exception {
    private final ResetReason reason;

    UnresumableException(ResetReason reason) {
        super(reason.wireName(), null, false, false);
        this.reason = reason;
    }

    ResetReason reason() {
        return reason;
    }
}
