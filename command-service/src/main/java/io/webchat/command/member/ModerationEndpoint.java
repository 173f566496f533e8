package io.webchat.command.member;

import io.webchat.command.message.MessageRemoval;
import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.MemberCommand;
import io.webchat.domain.structure.ModerationReason;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.consistency.ConsistencyTokens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    /** An instance that has not heard of a ban takes messages for a second after it, by a clock of its own. */
    private static final Duration STILL_TAKEN = Duration.ofSeconds(5);

    private final StructureCommands commands;
    private final MessageRemoval messages;
    private final ConsistencyTokens tokens;
    private final StructureReplica replica;

    ModerationEndpoint(
            StructureCommands commands, MessageRemoval messages, ConsistencyTokens tokens, StructureReplica replica) {
        this.commands = commands;
        this.messages = messages;
        this.tokens = tokens;
        this.replica = replica;
    }

    @PostMapping("/api/servers/{serverId}/members/{userId}/kick")
    ResponseEntity<Void> kickMember(
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

    /** A ban that is decided is answered with success, however much of the messages is left for a repetition. */
    @PutMapping("/api/servers/{serverId}/bans/{userId}")
    ResponseEntity<BannedUser> banUser(
            @PathVariable ServerId serverId,
            @PathVariable UserId userId,
            @Valid @RequestBody BanRequest body,
            Caller caller) {
        var banned = commands.execute(
                caller,
                "ban",
                serverId + "/" + userId,
                request -> new MemberCommand.Ban(serverId, userId, body.reason(), request.actor(), request.at()));
        if (body.removeMessagesOfSeconds() == null) {
            return banned.ok(new BannedUser(0, true));
        }
        var seen = tokens.decode(caller.userId(), List.of(banned.token()));
        var removed = messages.removeRecent(
                new Caller(caller.userId(), caller.key(), seen),
                serverId,
                userId,
                banned.at().minusSeconds(body.removeMessagesOfSeconds()),
                isBack(serverId, userId) ? banned.at() : banned.at().plus(STILL_TAKEN));
        var answer =
                ResponseEntity.ok().header(ConsistencyTokens.HEADER, tokens.encode(caller.userId(), removed.seen()));
        if (removed.delay() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(removed.delay().toSeconds()));
        }
        return answer.body(new BannedUser(removed.messages(), removed.isComplete()));
    }

    /** Somebody whose ban was lifted meanwhile: what they write then is none of what was still under way. */
    private boolean isBack(ServerId server, UserId user) {
        return replica.server(server).filter(state -> state.hasMember(user)).isPresent();
    }

    @DeleteMapping("/api/servers/{serverId}/bans/{userId}")
    ResponseEntity<Void> unbanUser(@PathVariable ServerId serverId, @PathVariable UserId userId, Caller caller) {
        return commands.execute(
                        caller,
                        "unban",
                        serverId + "/" + userId,
                        request -> new MemberCommand.Unban(serverId, userId, request.actor(), request.at()))
                .noContent();
    }

    @PutMapping("/api/servers/{serverId}/members/{userId}/time-out")
    ResponseEntity<Void> timeOutMember(
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

    /**
     * @param reason absent for none
     * @param removeMessagesOfSeconds how far back from the ban their messages are deleted, up to a week; absent for
     *     none
     */
    record BanRequest(
            @Nullable ModerationReason reason,
            @Nullable @Min(1) @Max(604_800) Integer removeMessagesOfSeconds) {}

    /**
     * @param removedMessages how many were deleted by this request
     * @param complete whether none is left to be deleted; if one is, the same request goes on with them
     */
    record BannedUser(int removedMessages, boolean complete) {}

    /** @param seconds from now; at most 28 days */
    record TimeOutRequest(
            @NotNull @Min(1) @Max(2_419_200) Integer seconds,
            @Nullable ModerationReason reason) {}
}
