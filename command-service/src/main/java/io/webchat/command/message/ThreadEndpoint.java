package io.webchat.command.message;

import io.webchat.command.structure.Caller;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.ThreadName;
import io.webchat.domain.structure.ChannelId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Starts the thread of a message; lets people join and leave. What is said in it is posted like all messages. */
@RestController
class ThreadEndpoint {
    private final MessageCommands commands;

    ThreadEndpoint(MessageCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/channels/{channelId}/threads/{messageId}")
    ResponseEntity<Void> startThread(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId messageId,
            @Valid @RequestBody StartThreadRequest body,
            Caller caller) {
        return commands.execute(
                caller,
                "start-thread",
                channelId,
                messageId,
                at -> new MessageCommand.StartThread(channelId, messageId, body.name(), caller.userId(), at));
    }

    @PutMapping("/api/channels/{channelId}/threads/{messageId}/members/me")
    ResponseEntity<Void> joinThread(
            @PathVariable ChannelId channelId, @PathVariable MessageId messageId, Caller caller) {
        return commands.execute(
                caller,
                "join-thread",
                channelId,
                messageId,
                at -> new MessageCommand.JoinThread(channelId, messageId, caller.userId(), at));
    }

    @DeleteMapping("/api/channels/{channelId}/threads/{messageId}/members/me")
    ResponseEntity<Void> leaveThread(
            @PathVariable ChannelId channelId, @PathVariable MessageId messageId, Caller caller) {
        return commands.execute(
                caller,
                "leave-thread",
                channelId,
                messageId,
                at -> new MessageCommand.LeaveThread(channelId, messageId, caller.userId(), at));
    }

    record StartThreadRequest(@NotNull ThreadName name) {}
}
