package io.webchat.command.structure;

import io.micrometer.core.instrument.Counter;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureDecider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides commands one after the other, each on the state that those before it have left. One that breaks its decider
 * or the fold changes nothing: those behind it are decided as if it had never been.
 */
final class StructureBatch {
    private static final Logger log = LoggerFactory.getLogger(StructureBatch.class);

    private final Function<ServerId, Optional<Server>> before;
    private final Counter failures;
    private final Map<ServerId, Server> states = new HashMap<>();

    /** @param before the state of a server before the first command */
    StructureBatch(Function<ServerId, Optional<Server>> before, Counter failures) {
        this.before = before;
        this.failures = failures;
    }

    DecidedCommand decide(PendingCommand pending) {
        var id = pending.command().serverId();
        var state = states.containsKey(id) ? states.get(id) : before.apply(id).orElse(null);
        try {
            var decided = new DecidedCommand(
                    pending.id(), pending.command(), StructureDecider.decide(state, pending.command()));
            for (var event : decided.events()) {
                state = Server.evolve(state, event);
            }
            if (state != null) {
                states.put(id, state);
            }
            return decided;
        } catch (RuntimeException e) {
            log.error("command {} of server {} cannot be decided", pending.id(), id, e);
            failures.increment();
            return new DecidedCommand(pending.id(), pending.command(), null);
        }
    }
}
