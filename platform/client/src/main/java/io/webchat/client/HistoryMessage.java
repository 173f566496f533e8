package io.webchat.client;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in the history of its channel.
 *
 * @param number its place: dense, from 1, in the order of the log
 */
public record HistoryMessage(long number, UUID messageId, UUID channelId, UUID authorId, String content, Instant at) {}
