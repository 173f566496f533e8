package io.webchat.system.history;

import java.util.UUID;

/**
 * A message that somebody wrote, and that was acknowledged.
 *
 * @param begun when ({@link System#nanoTime}) the first attempt began
 * @param acknowledged when an attempt was answered for the first time
 */
record Write(UUID channelId, UUID messageId, long begun, long acknowledged) {}
