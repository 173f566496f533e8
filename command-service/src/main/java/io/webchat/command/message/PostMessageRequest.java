package io.webchat.command.message;

import io.webchat.domain.message.MessageContent;
import io.webchat.domain.message.MessageId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/channels/{channelId}/messages}.
 *
 * @param replyTo the message that it answers; absent for none
 * @param threadId the thread that it is said in; absent for the channel itself
 */
record PostMessageRequest(
        @NotNull MessageId messageId,
        @NotNull MessageContent content,
        @Nullable MessageId replyTo,
        @Nullable MessageId threadId) {}
