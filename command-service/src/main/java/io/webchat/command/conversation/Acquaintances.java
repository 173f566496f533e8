package io.webchat.command.conversation;

import io.webchat.command.structure.Caller;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Whom somebody may begin a conversation with: the members of the communities that they are in. Nobody else can be
 * addressed, and whether they exist is not told.
 *
 * <p>Decided on the replica when the request arrives, not by the conversation's writer, who knows nothing of
 * communities: somebody who is removed from the last common one at that moment may still be addressed.
 */
@Component
class Acquaintances {
    private final CurrentStructure structure;

    Acquaintances(CurrentStructure structure) {
        this.structure = structure;
    }

    /** Whether the caller and somebody else take part in a conversation already. */
    boolean haveMetIn(ServerId conversation, Caller caller, UserId other) {
        return structure
                .asOf(caller.seen())
                .server(conversation)
                .filter(server -> server.hasMember(caller.userId()) && server.hasMember(other))
                .isPresent();
    }

    /**
     * Throws {@code no-common-server} (403) unless the caller shares a community with each of the others, and
     * {@code replica-behind} (503) if that cannot be told.
     */
    void require(Caller caller, Collection<UserId> others) {
        // Who joined a moment ago may be seen elsewhere before they are in this replica.
        if (!areKnown(structure.asOf(caller.seen()), caller.userId(), others)
                && !areKnown(structure.asOfNow(), caller.userId(), others)) {
            throw new ProblemException(
                    ProblemType.NO_COMMON_SERVER,
                    "You can only write to people with whom you share at least one server.");
        }
    }

    private static boolean areKnown(StructureReplica replica, UserId user, Collection<UserId> others) {
        var communities = replica.serversOf(user).stream()
                .flatMap(id -> replica.server(id).stream())
                .filter(server -> server.kind() == Server.Kind.COMMUNITY && server.hasMember(user))
                .toList();
        return others.stream().allMatch(other -> communities.stream().anyMatch(server -> server.hasMember(other)));
    }
}
