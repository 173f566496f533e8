package io.webchat.projection.consume;

/** What a dead letter says beside the headers of the record that it is a copy of. All of it is text. */
public final class DeadLetterHeaders {
    /** Which view could not apply the record. */
    public static final String VIEW = "dlt_view";

    /** The consumer group of the generation of that view. */
    public static final String GROUP = "dlt_group";

    /** The record's offset in its topic; its partition is the letter's. */
    public static final String OFFSET = "dlt_offset";

    /** What went wrong, in a line. */
    public static final String CAUSE = "dlt_cause";

    /** Where it went wrong: the beginning of the stack trace. */
    public static final String STACK = "dlt_stack";

    private DeadLetterHeaders() {}
}
