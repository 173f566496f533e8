package io.webchat.projection.activity;

import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When channels were last written in, for the answers of other views. */
@Component
public class Activity {
    private final ActivityRepository activity;
    private final ViewFreshness freshness;

    Activity(ActivityRepository activity, ViewFreshness freshness) {
        this.activity = activity;
        this.freshness = freshness;
    }

    /**
     * The time of the last message of each of these channels; those without messages are missing. Good for ordering
     * channels among each other, not messages. Throws {@code view-behind} (503) if the view does not reach what the
     * caller has seen.
     */
    public Map<String, Instant> lastMessages(Collection<String> channelIds, ConsistencyToken caller) {
        freshness.await(ActivityRepository.VIEW, caller);
        var times = new HashMap<String, Instant>();
        activity.find(channelIds).forEach((channel, document) -> times.put(channel, document.lastMessageAt()));
        return times;
    }
}
