package io.webchat.command.message;

import io.webchat.command.structure.Caller;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageContent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets authors write their messages anew. */
@RestController
class EditMessageEndpoint {
    private final MessageCommands commands;

    EditMessageEndpoint(MessageCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/channels/{channelId}/messages/{messageId}/content")
    ResponseEntity<Void> editMessage(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId messageId,
            @Valid @RequestBody EditMessageRequest body,
            Caller caller) {
        return commands.execute(
                caller,
                "edit-message",
                channelId,
                messageId,
                at -> new MessageCommand.Edit(channelId, messageId, body.content(), caller.userId(), at));
    }

    record EditMessageRequest(@NotNull MessageContent content) {}
}
