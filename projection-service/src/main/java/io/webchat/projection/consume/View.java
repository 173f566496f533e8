package io.webchat.projection.consume;

import io.webchat.log.Topic;

/**
 * Something that answers are read from, and the topic that it is folded from.
 *
 * @param name part of the view's consumer group, its positions and its metrics, so it never changes
 */
public record View(String name, Topic topic) {}
