package io.webchat.command.server;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import io.webchat.log.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes a server with its general channel. */
@RestController
class CreateServerEndpoint {
    private final StructureCommands commands;

    CreateServerEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/servers")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedServer> createServer(@Valid @RequestBody CreateServerRequest body, Caller caller) {
        var done = commands.execute(
                caller,
                "create-server",
                "",
                request -> new ServerCommand.Create(
                        new ServerId(request.made()),
                        body.name(),
                        new ChannelId(Ids.fresh()),
                        request.actor(),
                        request.at()));
        return done.created(
                new CreatedServer(done.outcome().serverId(), done.outcome().channelId()));
    }

    record CreateServerRequest(@NotNull ServerName name) {}

    record CreatedServer(ServerId serverId, @Nullable ChannelId generalChannelId) {}
}
