package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.projection.past.Spans;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * When a message was pinned.
 *
 * @param id the channel and the message, so that those of a channel are a range of ids
 */
@Document(ViewCollections.PIN_SPANS)
record PinSpansDocument(@Id String id, MessageId messageId, long position, Spans spans) implements Positioned {
    static PinSpansDocument none(String id, MessageId messageId) {
        return new PinSpansDocument(id, messageId, 0, Spans.NONE);
    }

    /** Begins or ends a span; what the document reflects already changes nothing. */
    PinSpansDocument settled(boolean isPinned, Instant at, long newPosition) {
        return newPosition <= position
                ? this
                : new PinSpansDocument(id, messageId, newPosition, isPinned ? spans.begun(at) : spans.ended(at));
    }
}
