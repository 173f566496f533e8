package io.webchat.command.reading;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.reading.ReadingCommand;
import io.webchat.domain.structure.ChannelId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Marks messages as read, or as still to be read. A message in a thread marks the thread, any other one the channel.
 * Both say what is to be, so a repetition is harmless.
 */
@RestController
class MarkEndpoint {
    private final ReadingCommands commands;
    private final Clock clock;

    MarkEndpoint(ReadingCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PutMapping("/api/channels/{channelId}/read")
    ResponseEntity<Void> markRead(
            @PathVariable ChannelId channelId,
            @Valid @RequestBody Mark body,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return commands.execute(
                user,
                caller,
                channelId,
                body.messageId(),
                place -> new ReadingCommand.MarkRead(user.userId(), place, clock.instant()));
    }

    @PutMapping("/api/channels/{channelId}/unread")
    ResponseEntity<Void> markUnread(
            @PathVariable ChannelId channelId,
            @Valid @RequestBody Mark body,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return commands.execute(
                user,
                caller,
                channelId,
                body.messageId(),
                place -> new ReadingCommand.MarkUnread(user.userId(), place, clock.instant()));
    }

    /**
     * Where the mark is to be.
     *
     * @param messageId the last message that is read, or the first that is not
     */
    record Mark(@NotNull MessageId messageId) {}
}
