package io.webchat.domain.message;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;
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
        if (server == null
                || !server.channels().containsKey(command.channelId())
                || !server.hasMember(command.actor())) {
            return Decision.reject(
                    Reason.UNKNOWN_CHANNEL, "There is no such channel, or you are not a member of its server.");
        }
        return switch (command) {
            case MessageCommand.Post post ->
                Decision.accept(new MessageEvent.Posted(
                        server.id(),
                        post.channelId(),
                        post.messageId(),
                        post.actor(),
                        post.content().value(),
                        post.at()));
        };
    }
}
