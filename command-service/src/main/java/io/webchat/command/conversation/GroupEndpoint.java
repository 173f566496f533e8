package io.webchat.command.conversation;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.ConversationCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.ServerName;
import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins a group conversation, and brings people into it. Naming and leaving it are what they are for any server. */
@RestController
class GroupEndpoint {
    private final StructureCommands commands;
    private final Acquaintances acquaintances;

    GroupEndpoint(StructureCommands commands, Acquaintances acquaintances) {
        this.commands = commands;
        this.acquaintances = acquaintances;
    }

    @PostMapping("/api/conversations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OpenedConversation> startGroup(@Valid @RequestBody StartGroupRequest body, Caller caller) {
        var others = body.userIds().stream()
                .filter(user -> !user.equals(caller.userId()))
                .distinct()
                .toList();
        if (others.isEmpty()) {
            throw ProblemException.invalid("userIds", "must name somebody else");
        }
        var done = commands.execute(caller, "start-group", "", request -> {
            acquaintances.require(caller, others);
            var id = new ServerId(request.made());
            return new ConversationCommand.StartGroup(
                    id, ConversationIds.channelOf(id), others, body.name(), request.actor(), request.at());
        });
        var id = done.outcome().serverId();
        return done.created(new OpenedConversation(id, ConversationIds.channelOf(id)));
    }

    @PutMapping("/api/conversations/{serverId}/members/{userId}")
    ResponseEntity<Void> addToGroup(@PathVariable ServerId serverId, @PathVariable UserId userId, Caller caller) {
        return commands.execute(caller, "add-to-conversation", serverId + "/" + userId, request -> {
                    if (!acquaintances.haveMetIn(serverId, caller, userId)) {
                        acquaintances.require(caller, List.of(userId));
                    }
                    return new ConversationCommand.AddMember(serverId, userId, request.actor(), request.at());
                })
                .noContent();
    }

    /**
     * Who is in it from the start.
     *
     * @param userIds the others; whoever starts it need not be named
     * @param name absent for none
     */
    record StartGroupRequest(
            @NotNull @Size(min = 1, max = 9) List<@NotNull UserId> userIds,
            @Nullable ServerName name) {}
}
