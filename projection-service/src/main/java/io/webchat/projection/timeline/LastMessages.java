package io.webchat.projection.timeline;

import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When channels were last written in, for the answers of other views. */
@Component
public class LastMessages {
    private final TimelineRepository repository;
    private final ViewFreshness freshness;

    LastMessages(TimelineRepository repository, ViewFreshness freshness) {
        this.repository = repository;
        this.freshness = freshness;
    }

    /**
     * The time of the last message, deleted or not, of each of these channels and their threads; those without messages
     * are missing. Good for ordering channels among each other, not messages. Throws {@code view-behind} (503) if the
     * view does not reach what the caller has seen.
     */
    public Map<String, Instant> of(Collection<String> channelIds, ConsistencyToken caller) {
        freshness.await(TimelineRepository.VIEW, caller);
        return repository.lastMessages(channelIds);
    }
}
