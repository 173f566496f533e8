package io.webchat.projection.timeline;

import io.webchat.projection.profile.Profile;
import java.util.List;
import java.util.Map;

/**
 * Messages and what it takes to show them.
 *
 * @param authors the people who wrote or are called in them, by user id
 * @param referenced the messages that they answer, by message id; one that is not known is missing
 */
public record ShownMessages(
        List<TimelineMessage> messages, Map<String, Profile> authors, Map<String, TimelineMessage> referenced) {}
