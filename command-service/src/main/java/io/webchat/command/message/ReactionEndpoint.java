package io.webchat.command.message;

import io.webchat.command.structure.Caller;
import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds one's own reactions and removes them; moderators remove those of others. */
@RestController
class ReactionEndpoint {
    private static final String EMOJI = "/api/channels/{channelId}/messages/{messageId}/reactions/{emoji}";

    private final MessageCommands commands;

    ReactionEndpoint(MessageCommands commands) {
        this.commands = commands;
    }

    @PutMapping(EMOJI + "/me")
    ResponseEntity<Void> addReaction(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId messageId,
            @PathVariable Emoji emoji,
            Caller caller) {
        return commands.execute(
                caller,
                "add-reaction " + emoji,
                channelId,
                messageId,
                at -> new MessageCommand.AddReaction(channelId, messageId, emoji, caller.userId(), at));
    }

    @DeleteMapping(EMOJI + "/me")
    ResponseEntity<Void> removeOwnReaction(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId messageId,
            @PathVariable Emoji emoji,
            Caller caller) {
        return removeReaction(channelId, messageId, emoji, caller.userId(), caller);
    }

    @DeleteMapping(EMOJI + "/{userId}")
    ResponseEntity<Void> removeReaction(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId messageId,
            @PathVariable Emoji emoji,
            @PathVariable UserId userId,
            Caller caller) {
        return commands.execute(
                caller,
                "remove-reaction " + emoji + " of " + userId,
                channelId,
                messageId,
                at -> new MessageCommand.RemoveReaction(channelId, messageId, emoji, userId, caller.userId(), at));
    }
}
