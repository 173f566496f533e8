package io.webchat.command.server;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerDescription;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes what a server is called and about. */
@RestController
class EditServerEndpoint {
    private final StructureCommands commands;

    EditServerEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/servers/{serverId}/name")
    ResponseEntity<Void> renameServer(
            @PathVariable ServerId serverId, @Valid @RequestBody RenameServerRequest body, Caller caller) {
        return commands.execute(
                        caller,
                        "rename-server",
                        serverId,
                        request -> new ServerCommand.Rename(serverId, body.name(), request.actor(), request.at()))
                .noContent();
    }

    @PutMapping("/api/servers/{serverId}/description")
    ResponseEntity<Void> describeServer(
            @PathVariable ServerId serverId, @Valid @RequestBody DescribeServerRequest body, Caller caller) {
        return commands.execute(
                        caller,
                        "describe-server",
                        serverId,
                        request ->
                                new ServerCommand.Describe(serverId, body.description(), request.actor(), request.at()))
                .noContent();
    }

    record RenameServerRequest(@NotNull ServerName name) {}

    record DescribeServerRequest(@NotNull ServerDescription description) {}
}
