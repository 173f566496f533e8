package io.webchat.support.log;

import java.time.Duration;

/** How old a structure replica may be for its answers to count. */
public final class StructureFreshness {
    /** Beyond this a service refuses to authorise ({@code replica-behind}); it does not guess. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private StructureFreshness() {}
}
