package io.webchat.command.server;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands a server over, or ends it. */
@RestController
class ServerOwnershipEndpoint {
    private final StructureCommands commands;

    ServerOwnershipEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/servers/{serverId}/owner")
    ResponseEntity<Void> transferServer(
            @PathVariable ServerId serverId, @Valid @RequestBody TransferOwnershipRequest body, Caller caller) {
        return commands.execute(
                        caller,
                        "transfer-ownership",
                        serverId + "/" + body.userId(),
                        request -> new ServerCommand.TransferOwnership(
                                serverId, body.userId(), request.actor(), request.at()))
                .noContent();
    }

    @DeleteMapping("/api/servers/{serverId}")
    ResponseEntity<Void> deleteServer(@PathVariable ServerId serverId, Caller caller) {
        return commands.execute(
                        caller,
                        "delete-server",
                        serverId,
                        request -> new ServerCommand.Delete(serverId, request.actor(), request.at()))
                .noContent();
    }

    record TransferOwnershipRequest(@NotNull UserId userId) {}
}
