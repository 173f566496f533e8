package io.webchat.command.channel;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.ChannelLookup;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.ChannelCommand;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.PermissionOverride;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes what roles and members may do in one channel; nothing in both lists ends the change. */
@RestController
class ChannelOverrideEndpoint {
    private final StructureCommands commands;
    private final ChannelLookup channels;

    ChannelOverrideEndpoint(StructureCommands commands, ChannelLookup channels) {
        this.commands = commands;
        this.channels = channels;
    }

    @PutMapping("/api/channels/{channelId}/overrides/roles/{roleId}")
    ResponseEntity<Void> overrideRole(
            @PathVariable ChannelId channelId,
            @PathVariable RoleId roleId,
            @Valid @RequestBody OverrideRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "override-role",
                        channelId + "/" + roleId,
                        request -> new ChannelCommand.OverrideRole(
                                channels.serverOf(channelId, caller),
                                channelId,
                                roleId,
                                overrideOf(body),
                                request.actor(),
                                request.at()))
                .noContent();
    }

    @PutMapping("/api/channels/{channelId}/overrides/members/{userId}")
    ResponseEntity<Void> overrideMember(
            @PathVariable ChannelId channelId,
            @PathVariable UserId userId,
            @Valid @RequestBody OverrideRequest body,
            Caller caller) {
        return commands.execute(
                        caller,
                        "override-member",
                        channelId + "/" + userId,
                        request -> new ChannelCommand.OverrideMember(
                                channels.serverOf(channelId, caller),
                                channelId,
                                userId,
                                overrideOf(body),
                                request.actor(),
                                request.at()))
                .noContent();
    }

    private static PermissionOverride overrideOf(OverrideRequest body) {
        // Each alone first: what is wrong with one of them is told of that one.
        overrideOf("allow", body.allow(), Permissions.NONE);
        return overrideOf("deny", body.allow(), body.deny());
    }

    private static PermissionOverride overrideOf(String field, Permissions allow, Permissions deny) {
        try {
            return new PermissionOverride(allow, deny);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    record OverrideRequest(
            @NotNull Permissions allow, @NotNull Permissions deny) {}
}
