package io.webchat.support.log;

import java.time.Duration;

/** How old a structure replica may be for its answers to count. */
public final class StructureFreshness {
    /**
     * Beyond this a service asks the log whether there is more before it authorises, and refuses
     * ({@code replica-behind}) without an answer: so what somebody has lost ends everywhere within this time.
     */
    public static final Duration FRESH = Duration.ofSeconds(1);

    /** Beyond this a service counts as unable to authorise; it does not guess. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private StructureFreshness() {}
}
