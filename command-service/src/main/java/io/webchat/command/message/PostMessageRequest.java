package io.webchat.command.message;

import io.webchat.domain.message.MessageContent;
import io.webchat.domain.message.MessageId;
import jakarta.validation.constraints.NotNull;

/** The body of {@code POST /api/channels/{channelId}/messages}. */
record PostMessageRequest(
        @NotNull MessageId messageId, @NotNull MessageContent content) {}
