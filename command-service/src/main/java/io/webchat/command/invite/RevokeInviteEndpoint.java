package io.webchat.command.invite;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteCommand;
import io.webchat.domain.structure.ServerId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Ends an invite. */
@RestController
class RevokeInviteEndpoint {
    private final StructureCommands commands;

    RevokeInviteEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @DeleteMapping("/api/servers/{serverId}/invites/{code}")
    ResponseEntity<Void> revokeInvite(@PathVariable ServerId serverId, @PathVariable InviteCode code, Caller caller) {
        return commands.execute(
                        caller,
                        "revoke-invite",
                        code,
                        request -> new InviteCommand.Revoke(serverId, code, request.actor(), request.at()))
                .noContent();
    }
}
