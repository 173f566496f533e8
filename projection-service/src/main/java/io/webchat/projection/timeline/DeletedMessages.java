package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which messages are gone, for other capabilities whose contents go with them. */
@Component
public class DeletedMessages {
    private final TimelineRepository repository;

    DeletedMessages(TimelineRepository repository) {
        this.repository = repository;
    }

    /** Whether the timeline, as far as it has come, knows that a message was deleted. */
    public boolean contains(ChannelId channel, MessageId message) {
        var found = repository.find(channel, List.of(message)).get(message);
        return found != null && found.message().isDeleted();
    }
}
