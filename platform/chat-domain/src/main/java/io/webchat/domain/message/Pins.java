package io.webchat.domain.message;

import java.util.List;

/**
 * The pinned messages of a channel, the first pinned first. Immutable.
 *
 * @param messages at most {@link #MAX}
 */
public record Pins(List<MessageId> messages) {
    /** How many messages of a channel may be pinned. */
    public static final int MAX = 50;

    public static final Pins NONE = new Pins(List.of());

    public Pins {
        messages = List.copyOf(messages);
    }

    public boolean has(MessageId message) {
        return messages.contains(message);
    }

    /**
     * Folds one event of the channel; the message exists and is not deleted. Of several that race for the last place
     * the first in the log gets it.
     */
    public Pins evolve(PinEvent event) {
        return switch (event) {
            case PinEvent.Pinned e -> messages.size() < MAX ? new Pins(Lists.plus(messages, e.messageId())) : this;
            case PinEvent.Unpinned e -> without(e.messageId());
        };
    }

    /** A deleted message is not pinned. */
    public Pins without(MessageId message) {
        return new Pins(Lists.minus(messages, message));
    }
}
