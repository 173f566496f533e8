package io.webchat.domain.message;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.Permission;

/**
 * Decides about editing and deleting: one's own message, and for moderators that of others. Who is timed out takes back
 * their own, and edits nothing.
 */
final class EditDecider {
    private EditDecider() {}

    static Decision<MessageEvent> edit(Place place, Message message, MessageCommand.Edit command) {
        if (!message.authorId().equals(command.actor())) {
            return Decision.reject(Reason.MISSING_PERMISSION, "Only its author can edit a message.");
        }
        var refusal = place.refusal(Permission.SEND_MESSAGES);
        if (refusal != null) {
            return refusal;
        }
        var content = command.content().value();
        if (content.equals(message.content())) {
            return Decision.accept();
        }
        return Decision.accept(new MessageChange.Edited(
                message.serverId(),
                message.channelId(),
                message.id(),
                command.actor(),
                message.revision() + 1,
                content,
                place.mentionsIn(content),
                command.at()));
    }

    static Decision<MessageEvent> delete(Place place, Message message, MessageCommand.Delete command) {
        var isOwn = message.authorId().equals(command.actor());
        var refusal = isOwn ? null : place.refusal(Permission.MANAGE_MESSAGES);
        if (refusal != null) {
            return refusal;
        }
        return Decision.accept(new MessageChange.Deleted(
                message.serverId(), message.channelId(), message.id(), command.actor(), command.at()));
    }
}
