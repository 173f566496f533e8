package io.webchat.push.fanout;

import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log, ready to be sent.
 *
 * @param joined who became members by it
 * @param left who stopped being a member by it; null for everything else
 * @param message {@code channelId/messageId} of the message that it is about; null for what is about none
 * @param isPosted whether that message is posted by it
 */
public record LogEvent(
        EventStream stream,
        long offset,
        Recipients recipients,
        List<UserId> joined,
        @Nullable UserId left,
        @Nullable String message,
        boolean isPosted,
        Frame frame) {}
