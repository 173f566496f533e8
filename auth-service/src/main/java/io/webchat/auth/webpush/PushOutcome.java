package io.webchat.auth.webpush;

import java.util.Locale;

/** What became of an attempt to call a browser. */
enum PushOutcome {
    /** The push service has it. */
    SENT,
    /** There is no such browser any more. */
    GONE,
    /** The push service does not want it, and will not if it is asked again. */
    REFUSED,
    /** The push service has had enough for now. */
    THROTTLED,
    /** The push service is in trouble. */
    UNAVAILABLE,
    /** There was no answer, or nobody may ask there. */
    UNREACHABLE,
    /** It was not asked, because of a fault here. */
    FAILED;

    /** By the status of the answer (RFC 8030, 5 and 8.4). */
    static PushOutcome of(int status) {
        return switch (status) {
            case 404, 410 -> GONE;
            case 429 -> THROTTLED;
            default -> status >= 200 && status < 300 ? SENT : status >= 500 ? UNAVAILABLE : REFUSED;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
