package io.webchat.push.protocol;

import io.webchat.support.tracing.RecordSpan;

/** A frame on its way that is traced. What is kept of it for later is not: that belongs to no trace. */
final class TracedFrame extends Frame {
    private final RecordSpan span;

    TracedFrame(Frame same, RecordSpan span) {
        super(same, same.since());
        this.span = span;
    }

    @Override
    public RecordSpan span() {
        return span;
    }
}
