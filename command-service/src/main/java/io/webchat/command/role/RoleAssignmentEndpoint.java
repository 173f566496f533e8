package io.webchat.command.role;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.RoleCommand;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives members roles and takes them. */
@RestController
class RoleAssignmentEndpoint {
    private final StructureCommands commands;

    RoleAssignmentEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @PutMapping("/api/servers/{serverId}/members/{userId}/roles/{roleId}")
    ResponseEntity<Void> assignRole(
            @PathVariable ServerId serverId, @PathVariable UserId userId, @PathVariable RoleId roleId, Caller caller) {
        return commands.execute(
                        caller,
                        "assign-role",
                        serverId + "/" + userId + "/" + roleId,
                        request -> new RoleCommand.Assign(serverId, roleId, userId, request.actor(), request.at()))
                .noContent();
    }

    @DeleteMapping("/api/servers/{serverId}/members/{userId}/roles/{roleId}")
    ResponseEntity<Void> withdrawRole(
            @PathVariable ServerId serverId, @PathVariable UserId userId, @PathVariable RoleId roleId, Caller caller) {
        return commands.execute(
                        caller,
                        "withdraw-role",
                        serverId + "/" + userId + "/" + roleId,
                        request -> new RoleCommand.Withdraw(serverId, roleId, userId, request.actor(), request.at()))
                .noContent();
    }
}
