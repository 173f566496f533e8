package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Partitioning;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which messages are gone, for other capabilities whose contents go with them. */
@Component
public class DeletedMessages {
    private final TimelineRepository repository;

    private final ViewFreshness freshness;

    DeletedMessages(TimelineRepository repository, ViewFreshness freshness) {
        this.repository = repository;
        this.freshness = freshness;
    }

    /** Whether a message was deleted. Throws {@code view-behind} (503) if the timeline is not where the caller is. */
    public boolean contains(ChannelId channel, MessageId message, ConsistencyToken caller) {
        freshness.await(TimelineRepository.VIEW, Partitioning.partitionOf(channel.value()), caller);
        var found = repository.find(channel, List.of(message)).get(message);
        return found != null && found.message().isDeleted();
    }
}
