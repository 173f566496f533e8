package io.webchat.client.smoke;

/** Milliseconds as people read them: two digits behind the point. */
final class Millis {
    private Millis() {}

    static double of(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
