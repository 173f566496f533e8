package io.webchat.support.tracing;

/**
 * What a consumer makes of one record, as a part of the trace that the record was appended in. Safe from any thread.
 * One that is never ended is never exported.
 */
public sealed interface RecordSpan permits SampledSpan, RecordSpan.None {
    /** Of a record that is not traced, which is nearly every one: does nothing but the work, and allocates nothing. */
    RecordSpan NONE = None.INSTANCE;

    /** Whether it is more than {@link #NONE}. */
    boolean isTraced();

    /** Does some work whose appends, logs and measurements belong to the trace. */
    void run(Runnable work);

    /**
     * Adds a part that began when the span did and ends now, possibly after the span itself. Only the first few are
     * kept: a record may have thousands of recipients.
     */
    void part(String name);

    void end();

    /** Ends it and says why nothing became of it. */
    void fail(Throwable cause);

    /** See {@link RecordSpan#NONE}. */
    enum None implements RecordSpan {
        INSTANCE;

        @Override
        public boolean isTraced() {
            return false;
        }

        @Override
        public void run(Runnable work) {
            work.run();
        }

        @Override
        public void part(String name) {}

        @Override
        public void end() {}

        @Override
        public void fail(Throwable cause) {}
    }
}
