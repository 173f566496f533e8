package io.webchat.client;

import java.time.Instant;
import java.util.UUID;

/** A message as its author's request was answered, and as events of the gateway carry it. */
public record PostedMessage(UUID channelId, UUID messageId, UUID authorId, String content, Instant at) {}
