package io.webchat.log;

import org.apache.kafka.common.header.Headers;

/**
 * The trace that a record was appended in: two headers of their own beside the {@link Envelope}, as every
 * instrumentation of Kafka reads and writes them. They say how a record came here and nothing about what happened, so
 * they are no part of the event. A record has them only if it was appended in a trace that is recorded.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public final class TraceHeaders {
    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";

    /** {@code version-traceid-parentid-flags} in hexadecimal digits; later versions may say more behind it. */
    private static final int LENGTH = 2 + 1 + 32 + 1 + 16 + 1 + 2;

    private TraceHeaders() {}

    /**
     * Whether a record says that its trace is recorded. What is malformed says nothing; a valid id is not looked for.
     */
    public static boolean isSampled(Headers headers) {
        var found = headers.lastHeader(TRACEPARENT);
        var value = found == null ? null : found.value();
        if (value == null || value.length < LENGTH || value[LENGTH - 3] != '-') {
            return false;
        }
        var flags = Character.digit(value[LENGTH - 1], 16);
        return flags >= 0 && (flags & 1) == 1;
    }
}
