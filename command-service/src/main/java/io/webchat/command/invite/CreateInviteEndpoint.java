package io.webchat.command.invite;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteCommand;
import io.webchat.domain.structure.ServerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes an invite to a server. */
@RestController
class CreateInviteEndpoint {
    private final StructureCommands commands;
    private final InviteCodes codes;

    CreateInviteEndpoint(StructureCommands commands, InviteCodes codes) {
        this.commands = commands;
        this.codes = codes;
    }

    @PostMapping("/api/servers/{serverId}/invites")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CreatedInvite> createInvite(
            @PathVariable ServerId serverId,
            @Valid @RequestBody(required = false) @Nullable CreateInviteRequest body,
            Caller caller) {
        var seconds = body == null ? null : body.expiresInSeconds();
        var maxUses = body == null ? null : body.maxUses();
        var done = commands.execute(
                caller,
                "create-invite",
                serverId,
                request -> new InviteCommand.Create(
                        serverId,
                        codes.draw(),
                        seconds == null ? null : request.at().plusSeconds(seconds),
                        maxUses,
                        request.actor(),
                        request.at()));
        return done.created(
                new CreatedInvite(done.outcome().serverId(), done.outcome().inviteCode()));
    }

    /**
     * What an invite may be limited by.
     *
     * @param expiresInSeconds absent for never; at most a year
     * @param maxUses absent for any number
     */
    record CreateInviteRequest(
            @Nullable @Min(1) @Max(31_536_000) Long expiresInSeconds,
            @Nullable @Min(1) @Max(100_000) Integer maxUses) {}

    record CreatedInvite(ServerId serverId, @Nullable InviteCode code) {}
}
