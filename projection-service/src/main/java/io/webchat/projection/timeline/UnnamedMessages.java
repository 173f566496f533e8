package io.webchat.projection.timeline;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Messages and what it takes to show them, but for what people are called.
 *
 * @param referenced the messages that they answer, by message id; one that is not known is missing
 * @param people the ids of those who wrote or are called in them
 */
record UnnamedMessages(List<TimelineMessage> messages, Map<String, TimelineMessage> referenced, Set<String> people) {}
