package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows messages that another capability has found, of whichever channels. Who may see what is not asked here. */
@Component
public class FoundMessages {
    private final TimelineRepository repository;
    private final TimelineReader reader;
    private final ViewFreshness freshness;

    FoundMessages(TimelineRepository repository, TimelineReader reader, ViewFreshness freshness) {
        this.repository = repository;
        this.reader = reader;
        this.freshness = freshness;
    }

    /** Where a message is. */
    public record Place(ChannelId channelId, MessageId messageId) {}

    /**
     * The messages as they are now, in the order of the places; those that are deleted, or not known yet, are left out.
     * Throws {@code view-behind} (503) if the timeline does not reach what the caller has seen.
     */
    public ShownMessages show(List<Place> places, ConsistencyToken caller) {
        freshness.await(TimelineRepository.VIEW, caller);
        var ids = places.stream()
                .map(place -> Numbered.id(place.channelId(), place.messageId()))
                .toList();
        var documents = repository.find(ids);
        return reader.show(
                ids.stream()
                        .flatMap(id -> Stream.ofNullable(documents.get(id)))
                        .filter(document -> !document.message().isDeleted())
                        .toList(),
                caller);
    }
}
