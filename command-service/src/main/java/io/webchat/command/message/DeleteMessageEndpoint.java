package io.webchat.command.message;

import io.webchat.command.structure.Caller;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes messages away: one's own, and for moderators those of others, also many at once. */
@RestController
class DeleteMessageEndpoint {
    private final MessageCommands commands;

    DeleteMessageEndpoint(MessageCommands commands) {
        this.commands = commands;
    }

    @DeleteMapping("/api/channels/{channelId}/messages/{messageId}")
    ResponseEntity<Void> deleteMessage(
            @PathVariable ChannelId channelId, @PathVariable MessageId messageId, Caller caller) {
        return commands.execute(
                caller,
                "delete-message",
                channelId,
                messageId,
                at -> new MessageCommand.Delete(channelId, messageId, caller.userId(), at));
    }

    @PostMapping("/api/channels/{channelId}/messages/bulk-delete")
    ResponseEntity<Void> deleteMessages(
            @PathVariable ChannelId channelId, @Valid @RequestBody BulkDeleteRequest body, Caller caller) {
        return commands.execute(
                caller,
                "delete-messages",
                channelId,
                new LinkedHashSet<>(body.messageIds()),
                (messageId, at) -> new MessageCommand.Delete(channelId, messageId, caller.userId(), at));
    }

    record BulkDeleteRequest(
            @NotNull @Size(min = 1, max = 100) List<@NotNull MessageId> messageIds) {}
}
