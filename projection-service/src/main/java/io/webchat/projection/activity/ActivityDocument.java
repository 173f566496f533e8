package io.webchat.projection.activity;

import io.webchat.domain.message.MessageEvent;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last message of a channel, deleted or not.
 *
 * @param id the channel
 */
@Document(ViewCollections.ACTIVITY)
record ActivityDocument(@Id String id, Instant lastMessageAt, long position) implements Positioned {
    static ActivityDocument of(MessageEvent.Posted event, long position) {
        return new ActivityDocument(event.channelId().toString(), event.at(), position);
    }
}
