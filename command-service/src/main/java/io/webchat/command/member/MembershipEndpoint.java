package io.webchat.command.member;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.MemberCommand;
import io.webchat.domain.structure.Nickname;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Leaves a server, and names members in it. */
@RestController
class MembershipEndpoint {
    private final StructureCommands commands;

    MembershipEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @DeleteMapping("/api/servers/{serverId}/members/me")
    ResponseEntity<Void> leaveServer(@PathVariable ServerId serverId, Caller caller) {
        return commands.execute(
                        caller,
                        "leave",
                        serverId,
                        request -> new MemberCommand.Leave(serverId, request.actor(), request.at()))
                .noContent();
    }

    @PutMapping("/api/servers/{serverId}/members/{userId}/nickname")
    ResponseEntity<Void> changeNickname(
            @PathVariable ServerId serverId,
            @PathVariable UserId userId,
            @Valid @RequestBody NicknameRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "change-nickname",
                        serverId + "/" + userId,
                        request -> new MemberCommand.ChangeNickname(
                                serverId, userId, body.nickname(), request.actor(), request.at()))
                .noContent();
    }

    /** @param nickname absent for none */
    record NicknameRequest(@Nullable Nickname nickname) {}
}
