package io.webchat.client;

import java.util.List;

/**
 * What was found, the newest message first.
 *
 * @param total of all pages; above 1,000 at least so many
 */
public record FoundPage(List<HistoryMessage> messages, long total) {}
