package io.webchat.command.channel;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.CategoryId;
import io.webchat.domain.structure.ChannelCommand;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ChannelName;
import io.webchat.domain.structure.ChannelTopic;
import io.webchat.domain.structure.ServerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes a text channel. */
@RestController
class CreateChannelEndpoint {
    private final StructureCommands commands;

    CreateChannelEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/servers/{serverId}/channels")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedChannel> createChannel(
            @PathVariable ServerId serverId, @Valid @RequestBody CreateChannelRequest body, Caller caller) {
        var topic = body.topic() == null ? new ChannelTopic("") : body.topic();
        var done = commands.execute(
                caller,
                "create-channel",
                serverId,
                request -> new ChannelCommand.Create(
                        serverId,
                        new ChannelId(request.made()),
                        body.name(),
                        topic,
                        body.categoryId(),
                        Boolean.TRUE.equals(body.isPrivate()),
                        request.actor(),
                        request.at()));
        return done.created(new CreatedChannel(new ChannelId(done.made())));
    }

    /** @param isPrivate true for a channel that only its maker sees at first; absent for false */
    record CreateChannelRequest(
            @NotNull ChannelName name,
            @Nullable ChannelTopic topic,
            @Nullable CategoryId categoryId,
            @Nullable Boolean isPrivate) {}

    record CreatedChannel(ChannelId channelId) {}
}
