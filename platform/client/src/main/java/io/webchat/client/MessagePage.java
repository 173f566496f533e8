package io.webchat.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A stretch of a channel's history, ascending by number, with the profiles of those who wrote it. */
public record MessagePage(
        List<HistoryMessage> messages, Map<UUID, UserProfile> authors, boolean hasBefore, boolean hasAfter) {}
