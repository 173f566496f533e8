package io.webchat.projection.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.webchat.domain.structure.ServerId;
import io.webchat.projection.timeline.TimelineMessage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where an export is written to, line by line. */
interface ExportSink {
    void message(Line line) throws IOException;

    /** The last line. Without it, the export was cut off: it goes on after the cursor of the line before. */
    void end(End end) throws IOException;

    /** Hands over what was written; called after each page. */
    void flush() throws IOException;

    /**
     * A message.
     *
     * @param kind {@code message}
     * @param cursor the place after it
     * @param channel the name of its channel
     * @param author the username of its author; absent if it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String kind,
            String cursor,
            ServerId serverId,
            String channel,
            @Nullable String author,
            @JsonUnwrapped TimelineMessage message) {}

    /**
     * How an export ended.
     *
     * @param kind {@code end}
     * @param cursor the place that it has reached; absent if nothing was exported yet
     * @param complete whether that is the end of all there is
     * @param messages how many were written before this line
     * @param problem why it ended early, as the last part of a problem type; absent if its time was over, or its limit
     *     reached
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(
            String kind,
            @Nullable String cursor,
            boolean complete,
            long messages,
            @Nullable String problem) {}
}
