package io.webchat.command.message;

import io.webchat.command.structure.Caller;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pins messages to their channel, and unpins them. */
@RestController
class PinEndpoint {
    private final MessageCommands commands;

    PinEndpoint(MessageCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/channels/{channelId}/pins/{messageId}")
    ResponseEntity<Void> pinMessage(
            @PathVariable ChannelId channelId, @PathVariable MessageId messageId, Caller caller) {
        return commands.execute(
                caller,
                "pin-message",
                channelId,
                messageId,
                at -> new MessageCommand.Pin(channelId, messageId, caller.userId(), at));
    }

    @DeleteMapping("/api/channels/{channelId}/pins/{messageId}")
    ResponseEntity<Void> unpinMessage(
            @PathVariable ChannelId channelId, @PathVariable MessageId messageId, Caller caller) {
        return commands.execute(
                caller,
                "unpin-message",
                channelId,
                messageId,
                at -> new MessageCommand.Unpin(channelId, messageId, caller.userId(), at));
    }
}
