package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;

import io.webchat.domain.Decision;
import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what is asked about direct conversations. */
final class ConversationDecider {
    /** How many people a group may have. */
    static final int MAX_MEMBERS = 10;

    private ConversationDecider() {}

    static Decision<StructureEvent> start(@Nullable Server state, ConversationCommand.StartPair command) {
        if (state != null) {
            return state.kind() == Server.Kind.PAIR && state.hasMember(command.actor()) ? accept() : Refusal.exists();
        }
        return accept(new ConversationEvent.PairStarted(
                command.serverId(),
                command.channelId(),
                List.of(command.actor(), command.other()),
                command.actor(),
                command.at()));
    }

    static Decision<StructureEvent> start(@Nullable Server state, ConversationCommand.StartGroup command) {
        if (state != null) {
            return Refusal.exists();
        }
        var people = new ArrayList<UserId>();
        people.add(command.actor());
        people.addAll(command.others());
        if (people.size() > MAX_MEMBERS) {
            return Refusal.limit(MAX_MEMBERS, "people");
        }
        if (new HashSet<>(people).size() != people.size()) {
            throw new IllegalArgumentException("others: " + command.others() + " (expected: no repetition, no actor)");
        }
        var name = command.name();
        return accept(new ConversationEvent.GroupStarted(
                command.serverId(),
                command.channelId(),
                people,
                name == null ? null : name.value(),
                command.actor(),
                command.at()));
    }

    static Decision<StructureEvent> decide(Server server, ConversationCommand command) {
        return switch (command) {
            case ConversationCommand.StartPair start -> start(server, start);
            case ConversationCommand.StartGroup start -> start(server, start);
            case ConversationCommand.AddMember add -> add(server, add);
        };
    }

    private static Decision<StructureEvent> add(Server server, ConversationCommand.AddMember command) {
        if (server.kind() != Server.Kind.GROUP) {
            return server.kind() == Server.Kind.PAIR ? Refusal.ofPairs() : Refusal.unknownServer();
        }
        if (server.hasMember(command.userId())) {
            return accept();
        }
        if (server.members().size() >= MAX_MEMBERS) {
            return Refusal.limit(MAX_MEMBERS, "people");
        }
        return accept(new ConversationEvent.MemberAdded(server.id(), command.userId(), command.actor(), command.at()));
    }
}
