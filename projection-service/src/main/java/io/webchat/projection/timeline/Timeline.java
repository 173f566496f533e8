package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import org.jspecify.annotations.Nullable;

/** Names the messages that are numbered together: those of a channel itself, or of one of its threads. */
final class Timeline {
    private Timeline() {}

    static String of(MessageEvent.Posted event) {
        return of(event.channelId(), event.threadId());
    }

    static String of(ChannelId channel, @Nullable MessageId thread) {
        return thread == null ? channel.toString() : channel + "/" + thread;
    }

    /** A place in a timeline, padded so that the ids that are made of it sort as the numbers do. */
    static String padded(String timeline, long number, int digits) {
        var text = Long.toString(number);
        return timeline + "/" + "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
