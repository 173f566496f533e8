package io.webchat.projection.export;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.projection.timeline.TimelineKey;
import io.webchat.support.problem.ProblemException;

/**
 * A place in an export: right after a message.
 *
 * @param number of the message in its timeline
 */
record ExportCursor(TimelineKey timeline, long number) {
    /** Clients give it back as it is. */
    String text() {
        var thread = timeline.threadId();
        return timeline.channelId() + "/" + (thread == null ? "" : thread + "/") + number;
    }

    /** Reads what {@link #text()} wrote. Throws {@code invalid-request} (400) for anything else. */
    static ExportCursor parse(String text) {
        var parts = text.split("/", -1);
        try {
            return switch (parts.length) {
                case 2 -> of(TimelineKey.of(ChannelId.parse(parts[0])), parts[1]);
                case 3 -> of(new TimelineKey(ChannelId.parse(parts[0]), MessageId.parse(parts[1])), parts[2]);
                default -> throw invalid();
            };
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static ExportCursor of(TimelineKey timeline, String number) {
        var parsed = Long.parseLong(number);
        if (parsed < 0) {
            throw invalid();
        }
        return new ExportCursor(timeline, parsed);
    }

    static ProblemException invalid() {
        return ProblemException.invalid("after", "must be the cursor of a line of this export");
    }
}
