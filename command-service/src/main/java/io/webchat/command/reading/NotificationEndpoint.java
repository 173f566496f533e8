package io.webchat.command.reading;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.reading.NotificationLevel;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says what somebody wants to hear of a channel or server. Each request replaces what they said before. */
@RestController
class NotificationEndpoint {
    private final ReadingCommands commands;
    private final CurrentStructure structure;
    private final Clock clock;

    NotificationEndpoint(ReadingCommands commands, CurrentStructure structure, Clock clock) {
        this.commands = commands;
        this.structure = structure;
        this.clock = clock;
    }

    @PutMapping("/api/channels/{channelId}/notifications")
    ResponseEntity<Void> setChannelNotifications(
            @PathVariable ChannelId channelId,
            @Valid @RequestBody Wish body,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = commands.server(user, caller, channelId);
        var event = new ReadingEvent.ChannelNotificationsChanged(
                user.userId(), server.id(), channelId, body.muted(), body.level(), clock.instant());
        return commands.append(user, caller, List.of(event));
    }

    @PutMapping("/api/servers/{serverId}/notifications")
    ResponseEntity<Void> setServerNotifications(
            @PathVariable ServerId serverId,
            @Valid @RequestBody Wish body,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = structure
                .asOf(caller)
                .server(serverId)
                .filter(found -> found.hasMember(user.userId()))
                .orElseThrow(() -> ProblemException.rejected(new Rejection(
                        Reason.UNKNOWN_SERVER, "There is no such server, or you are not a member of it.")));
        var event = new ReadingEvent.ServerNotificationsChanged(
                user.userId(), server.id(), body.muted(), body.level(), clock.instant());
        return commands.append(user, caller, List.of(event));
    }

    /**
     * What is wanted.
     *
     * @param level absent for what holds around the place: of a channel that of its server, of a server all
     */
    record Wish(@NotNull Boolean muted, @Nullable NotificationLevel level) {}
}
