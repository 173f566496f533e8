package io.webchat.command.message;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageThread;
import org.jspecify.annotations.Nullable;

/**
 * A message as its view shows it.
 *
 * @param thread the one that hangs on it; null if there is none
 */
record Viewed(Message message, @Nullable MessageThread thread) {}
