package io.webchat.domain.message;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Server;
import org.jspecify.annotations.Nullable;

/** Decides what a command about a message does, given the server that its channel belongs to. */
public final class MessageDecider {
    private MessageDecider() {}

    /**
     * Decides one command.
     *
     * @param server the state of the channel's server; null if there is no such channel
     */
    public static Decision<MessageEvent> decide(@Nullable Server server, MessageCommand command) {
        if (server == null || !server.maySee(command.channelId(), command.actor())) {
            return Decision.reject(Reason.UNKNOWN_CHANNEL, "There is no such channel, or you may not see it.");
        }
        return switch (command) {
            case MessageCommand.Post post -> post(server, post);
        };
    }

    private static Decision<MessageEvent> post(Server server, MessageCommand.Post command) {
        if (!server.permissionsIn(command.channelId(), command.actor()).contains(Permission.SEND_MESSAGES)) {
            return Decision.reject(Reason.MISSING_PERMISSION, "You may not send messages in this channel.");
        }
        var member = server.members().get(command.actor());
        if (member != null && server.isSilent(command.actor(), command.at())) {
            return Decision.reject(Reason.TIMED_OUT, "You are timed out until " + member.timedOutUntil() + ".");
        }
        return Decision.accept(new MessageEvent.Posted(
                server.id(),
                command.channelId(),
                command.messageId(),
                command.actor(),
                command.content().value(),
                command.at()));
    }
}
