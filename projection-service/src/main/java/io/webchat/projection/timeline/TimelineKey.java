package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are numbered together.
 *
 * @param threadId the message on which the thread hangs; null for the channel itself
 */
public record TimelineKey(ChannelId channelId, @Nullable MessageId threadId) {
    public static TimelineKey of(ChannelId channel) {
        return new TimelineKey(channel, null);
    }

    static TimelineKey ofThread(ChannelId channel, String thread) {
        return new TimelineKey(channel, MessageId.parse(thread));
    }

    String name() {
        return Timeline.of(channelId, threadId);
    }
}
