package io.webchat.command.server;

import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import io.webchat.log.Ids;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Makes a server with its general channel. */
@RestController
class CreateServerEndpoint {
    private final StructureCommands commands;
    private final Clock clock;

    CreateServerEndpoint(StructureCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/servers")
    ResponseEntity<CreatedServer> create(
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @Valid @RequestBody CreateServerRequest request,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var id = key.commandId(user.userId(), "create-server", "");
        // The id decides which writer is asked, so a repetition has to arrive at the same one.
        var serverId = new ServerId(IdempotencyKey.idMadeBy(id));
        var accepted = commands.execute(
                id,
                () -> new ServerCommand.Create(
                        serverId, request.name(), new ChannelId(Ids.fresh()), user.userId(), clock.instant()));
        return commands.answer(HttpStatus.CREATED, accepted, user, caller)
                .body(new CreatedServer(accepted.serverId(), accepted.channelId()));
    }

    record CreateServerRequest(@NotNull ServerName name) {}

    record CreatedServer(ServerId serverId, @Nullable ChannelId generalChannelId) {}
}
