package io.webchat.command.conversation;

import io.webchat.command.structure.Caller;
import io.webchat.command.structure.StructureCommands;
import io.webchat.domain.structure.ConversationCommand;
import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens the conversation with one person: there is one per pair, whoever of the two opens it. */
@RestController
class OpenConversationEndpoint {
    private final StructureCommands commands;
    private final Acquaintances acquaintances;

    OpenConversationEndpoint(StructureCommands commands, Acquaintances acquaintances) {
        this.commands = commands;
        this.acquaintances = acquaintances;
    }

    /** One that exists is opened even if the two share no server any more. */
    @PutMapping("/api/conversations/with/{userId}")
    ResponseEntity<OpenedConversation> openConversation(@PathVariable UserId userId, Caller caller) {
        if (userId.equals(caller.userId())) {
            throw ProblemException.invalid("userId", "must be somebody else");
        }
        var id = ConversationIds.ofPair(caller.userId(), userId);
        var channel = ConversationIds.channelOf(id);
        var done = commands.execute(caller, "open-conversation", userId, request -> {
            if (!acquaintances.haveMetIn(id, caller, userId)) {
                acquaintances.require(caller, List.of(userId));
            }
            return new ConversationCommand.StartPair(id, channel, userId, request.actor(), request.at());
        });
        return done.ok(new OpenedConversation(id, channel));
    }
}
