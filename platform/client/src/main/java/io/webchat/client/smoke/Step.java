package io.webchat.client.smoke;

import org.jspecify.annotations.Nullable;

/** What came of one step; {@code error} says why if it failed. */
record Step(
        String name, boolean ok, double millis, @Nullable String error) {}
