package io.webchat.client.load;

/** Milliseconds as people read them: two digits behind the point. */
public final class Millis {
    private Millis() {}

    public static double of(long nanos) {
        return Math.round(nanos / 10_000.0) / 100.0;
    }
}
