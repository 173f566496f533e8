package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.Pins;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The pins of a channel.
 *
 * @param id the channel's
 */
@Document(ViewCollections.PINS)
record PinsDocument(@Id String id, long position, Pins pins) implements Positioned {
    static PinsDocument none(String channel) {
        return new PinsDocument(channel, 0, Pins.NONE);
    }

    /** Folds an event of a message that is there; one that the document reflects already changes nothing. */
    PinsDocument evolve(PinEvent event, long newPosition) {
        return newPosition <= position ? this : new PinsDocument(id, newPosition, pins.evolve(event));
    }

    PinsDocument without(MessageChange.Deleted event, long newPosition) {
        return newPosition <= position ? this : new PinsDocument(id, newPosition, pins.without(event.messageId()));
    }
}
