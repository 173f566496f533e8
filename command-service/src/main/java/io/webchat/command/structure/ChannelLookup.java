package io.webchat.command.structure;

import io.webchat.domain.Rejection;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Finds the server that a channel belongs to, and so the writer to ask. */
@Component
public class ChannelLookup {
    private final CurrentStructure structure;

    ChannelLookup(CurrentStructure structure) {
        this.structure = structure;
    }

    /**
     * Throws {@code unknown-channel} (404) if there is no such channel, as of what the caller has seen, or if it is in
     * a server that the caller is no member of: that there is one is nothing for them to know.
     */
    public ServerId serverOf(ChannelId channel, Caller caller) {
        return structure
                .asOf(caller.seen())
                .serverOf(channel)
                .filter(server -> server.hasMember(caller.userId()))
                .map(Server::id)
                .orElseThrow(() -> ProblemException.rejected(Rejection.UNKNOWN_CHANNEL));
    }
}
