package io.webchat.command.invite;

import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Makes an invite to a server. */
@RestController
class CreateInviteEndpoint {
    private final StructureCommands commands;
    private final InviteCodes codes;
    private final Clock clock;

    CreateInviteEndpoint(StructureCommands commands, InviteCodes codes, Clock clock) {
        this.commands = commands;
        this.codes = codes;
        this.clock = clock;
    }

    @PostMapping("/api/servers/{serverId}/invites")
    ResponseEntity<CreatedInvite> create(
            @PathVariable ServerId serverId,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var id = key.commandId(user.userId(), "create-invite", serverId.toString());
        var accepted = commands.execute(
                id, () -> new InviteCommand.Create(serverId, codes.draw(), user.userId(), clock.instant()));
        return commands.answer(HttpStatus.CREATED, accepted, user, caller)
                .body(new CreatedInvite(accepted.serverId(), accepted.inviteCode()));
    }

    record CreatedInvite(ServerId serverId, @Nullable InviteCode code) {}
}
