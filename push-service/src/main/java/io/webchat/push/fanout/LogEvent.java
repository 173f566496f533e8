package io.webchat.push.fanout;

import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log, ready to be sent.
 *
 * @param server whose members may see it
 * @param joined who became a member by it; null for everything else
 * @param posted {@code channelId/messageId} of a message that is posted by it; null for everything else
 */
public record LogEvent(
        EventStream stream,
        long offset,
        ServerId server,
        @Nullable UserId joined,
        @Nullable String posted,
        Frame frame) {}
