package io.webchat.command.role;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleColor;
import io.webchat.domain.structure.RoleCommand;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.RoleName;
import io.webchat.domain.structure.ServerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes, edits, orders and deletes roles. */
@RestController
class RoleEndpoint {
    private final StructureCommands commands;

    RoleEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/servers/{serverId}/roles")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedRole> createRole(
            @PathVariable ServerId serverId, @Valid @RequestBody RoleRequest body, Caller caller) {
        var done = commands.execute(
                caller,
                "create-role",
                serverId,
                request -> new RoleCommand.Create(
                        serverId,
                        new RoleId(request.made()),
                        body.name(),
                        body.color(),
                        body.permissions(),
                        request.actor(),
                        request.at()));
        return done.created(new CreatedRole(new RoleId(done.made())));
    }

    @PutMapping("/api/servers/{serverId}/roles/{roleId}")
    ResponseEntity<Void> editRole(
            @PathVariable ServerId serverId,
            @PathVariable RoleId roleId,
            @Valid @RequestBody RoleRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "edit-role",
                        serverId + "/" + roleId,
                        request -> new RoleCommand.Edit(
                                serverId,
                                roleId,
                                body.name(),
                                body.color(),
                                body.permissions(),
                                request.actor(),
                                request.at()))
                .noContent();
    }

    @DeleteMapping("/api/servers/{serverId}/roles/{roleId}")
    ResponseEntity<Void> deleteRole(@PathVariable ServerId serverId, @PathVariable RoleId roleId, Caller caller) {
        return commands.execute(
                        caller,
                        "delete-role",
                        serverId + "/" + roleId,
                        request -> new RoleCommand.Delete(serverId, roleId, request.actor(), request.at()))
                .noContent();
    }

    @PutMapping("/api/servers/{serverId}/role-order")
    ResponseEntity<Void> reorderRoles(
            @PathVariable ServerId serverId, @Valid @RequestBody RoleOrderRequest body, Caller caller) {
        return commands.execute(
                        caller,
                        "reorder-roles",
                        serverId,
                        request -> new RoleCommand.Reorder(serverId, body.roleIds(), request.actor(), request.at()))
                .noContent();
    }

    /** @param color absent for none */
    record RoleRequest(
            @NotNull RoleName name,
            @Nullable RoleColor color,
            @NotNull Permissions permissions) {}

    /** @param roleIds all roles from the highest to the lowest, without that of everyone */
    record RoleOrderRequest(@NotNull List<@NotNull RoleId> roleIds) {}

    record CreatedRole(RoleId roleId) {}
}
