package io.webchat.command.member;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.MemberCommand;
import io.webchat.domain.structure.ModerationReason;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Kicks, bans and times out members. */
@RestController
class ModerationEndpoint {
    private final StructureCommands commands;

    ModerationEndpoint(StructureCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/servers/{serverId}/members/{userId}/kick")
    ResponseEntity<Void> kick(
            @PathVariable ServerId serverId,
            @PathVariable UserId userId,
            @Valid @RequestBody ReasonRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "kick",
                        serverId + "/" + userId,
                        request ->
                                new MemberCommand.Kick(serverId, userId, body.reason(), request.actor(), request.at()))
                .noContent();
    }

    @PutMapping("/api/servers/{serverId}/bans/{userId}")
    ResponseEntity<Void> ban(
            @PathVariable ServerId serverId,
            @PathVariable UserId userId,
            @Valid @RequestBody ReasonRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "ban",
                        serverId + "/" + userId,
                        request ->
                                new MemberCommand.Ban(serverId, userId, body.reason(), request.actor(), request.at()))
                .noContent();
    }

    @DeleteMapping("/api/servers/{serverId}/bans/{userId}")
    ResponseEntity<Void> unban(@PathVariable ServerId serverId, @PathVariable UserId userId, Caller caller) {
        return commands.execute(
                        caller,
                        "unban",
                        serverId + "/" + userId,
                        request -> new MemberCommand.Unban(serverId, userId, request.actor(), request.at()))
                .noContent();
    }

    @PutMapping("/api/servers/{serverId}/members/{userId}/time-out")
    ResponseEntity<Void> timeOut(
            @PathVariable ServerId serverId,
            @PathVariable UserId userId,
            @Valid @RequestBody TimeOutRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "time-out",
                        serverId + "/" + userId,
                        request -> new MemberCommand.TimeOut(
                                serverId,
                                userId,
                                request.at().plusSeconds(body.seconds()),
                                body.reason(),
                                request.actor(),
                                request.at()))
                .noContent();
    }

    @DeleteMapping("/api/servers/{serverId}/members/{userId}/time-out")
    ResponseEntity<Void> liftTimeOut(@PathVariable ServerId serverId, @PathVariable UserId userId, Caller caller) {
        return commands.execute(
                        caller,
                        "lift-time-out",
                        serverId + "/" + userId,
                        request -> new MemberCommand.LiftTimeOut(serverId, userId, request.actor(), request.at()))
                .noContent();
    }

    /** @param reason absent for none */
    record ReasonRequest(@Nullable ModerationReason reason) {}

    /** @param seconds from now; at most 28 days */
    record TimeOutRequest(
            @NotNull @Min(1) @Max(2_419_200) Integer seconds,
            @Nullable ModerationReason reason) {}
}
