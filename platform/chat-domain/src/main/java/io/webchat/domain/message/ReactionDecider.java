package io.webchat.domain.message;

import io.webchat.domain.Decision;
import io.webchat.domain.structure.Permission;

/** Decides about reactions: one per person and emoji. */
final class ReactionDecider {
    private ReactionDecider() {}

    static Decision<MessageEvent> add(Place place, Message message, MessageCommand.AddReaction command) {
        var refusal = place.refusal(Permission.ADD_REACTIONS);
        if (refusal != null) {
            return refusal;
        }
        if (message.reactions().has(command.emoji(), command.actor())) {
            return Decision.accept();
        }
        if (!message.reactions().hasRoomFor(command.emoji())) {
            return message.reactions().count() < Reactions.MAX
                    ? Refusal.limit(Reactions.MAX_EMOJI, "different emoji on this message")
                    : Refusal.limit(Reactions.MAX, "reactions to this message");
        }
        return Decision.accept(new MessageChange.ReactionAdded(
                message.serverId(), message.channelId(), message.id(), command.actor(), command.emoji(), command.at()));
    }

    static Decision<MessageEvent> remove(Place place, Message message, MessageCommand.RemoveReaction command) {
        var isOwn = command.userId().equals(command.actor());
        var refusal = isOwn ? null : place.refusal(Permission.MANAGE_MESSAGES);
        if (refusal != null) {
            return refusal;
        }
        if (!message.reactions().has(command.emoji(), command.userId())) {
            return Decision.accept();
        }
        return Decision.accept(new MessageChange.ReactionRemoved(
                message.serverId(),
                message.channelId(),
                message.id(),
                command.actor(),
                command.userId(),
                command.emoji(),
                command.at()));
    }
}
