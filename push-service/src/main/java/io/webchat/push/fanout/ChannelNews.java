package io.webchat.push.fanout;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.push.protocol.EventStream;
import java.util.OptionalLong;

/**
 * Something happened in a channel. What was told before may be told again; the later offset counts.
 *
 * @param stream of the channel's messages
 * @param offset of the last event
 * @param posted of the last message that somebody else posted, if there was one since it was last told
 * @param mentioned of the last event that called the one who is told, if there was one since it was last told
 */
public record ChannelNews(
        ServerId server,
        ChannelId channel,
        EventStream stream,
        long offset,
        OptionalLong posted,
        OptionalLong mentioned) {}
