package io.webchat.support.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A span of a trace that is recorded. */
final class SampledSpan implements RecordSpan {
    /** So that a message to thousands of clients does not fill the store of traces. */
    static final int PARTS = 10;

    private final Tracer tracer;
    private final Context context;
    private final Span span;
    private final Instant since;
    private final AtomicInteger partsLeft = new AtomicInteger(PARTS);

    SampledSpan(Tracer tracer, Context parent, Span span, Instant since) {
        this.tracer = tracer;
        this.context = parent.with(span);
        this.span = span;
        this.since = since;
    }

    @Override
    public boolean isTraced() {
        return true;
    }

    @Override
    public void run(Runnable work) {
        try (var _ = context.makeCurrent()) {
            work.run();
        }
    }

    @Override
    public void part(String name) {
        if (partsLeft.get() > 0 && partsLeft.getAndDecrement() > 0) {
            tracer.spanBuilder(name)
                    .setParent(context)
                    .setStartTimestamp(since)
                    .startSpan()
                    .end();
        }
    }

    @Override
    public void end() {
        span.end();
    }

    @Override
    public void fail(Throwable cause) {
        span.recordException(cause);
        span.setStatus(StatusCode.ERROR);
        span.end();
    }
}
