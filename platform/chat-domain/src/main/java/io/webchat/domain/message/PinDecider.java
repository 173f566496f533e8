package io.webchat.domain.message;

import io.webchat.domain.Decision;
import io.webchat.domain.structure.Permission;

/** Decides about the pins of a channel. */
final class PinDecider {
    private PinDecider() {}

    static Decision<MessageEvent> pin(Place place, Pins pins, MessageCommand.Pin command) {
        var refusal = place.refusal(Permission.PIN_MESSAGES);
        if (refusal != null) {
            return refusal;
        }
        if (pins.has(command.messageId())) {
            return Decision.accept();
        }
        if (pins.messages().size() >= Pins.MAX) {
            return Refusal.limit(Pins.MAX, "pinned messages in this channel");
        }
        return Decision.accept(new PinEvent.Pinned(
                place.server().id(), command.channelId(), command.messageId(), command.actor(), command.at()));
    }

    static Decision<MessageEvent> unpin(Place place, Pins pins, MessageCommand.Unpin command) {
        var refusal = place.refusal(Permission.PIN_MESSAGES);
        if (refusal != null) {
            return refusal;
        }
        if (!pins.has(command.messageId())) {
            return Decision.accept();
        }
        return Decision.accept(new PinEvent.Unpinned(
                place.server().id(), command.channelId(), command.messageId(), command.actor(), command.at()));
    }
}
