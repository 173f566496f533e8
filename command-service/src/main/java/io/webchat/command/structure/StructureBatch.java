package io.webchat.command.structure;

import io.micrometer.core.instrument.Counter;
import io.webchat.domain.structure.MembershipLimits;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureDecider;
import io.webchat.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides commands one after the other, each on the state that those before it have left. One that breaks its decider
 * or the fold changes nothing: those behind it are decided as if it had never been.
 *
 * <p>It also holds people to how many places they may be in, as far as it knows: what the commands before it did is
 * included, and of what other writers do what {@code before} says of it.
 */
final class StructureBatch {
    private static final Logger log = LoggerFactory.getLogger(StructureBatch.class);

    private final Function<ServerId, Optional<Server>> before;
    private final Function<UserId, Set<ServerId>> memberships;
    private final MembershipLimits limits;
    private final Counter failures;
    private final Map<ServerId, Server> states = new HashMap<>();

    /**
     * @param before the state of a server before the first command
     * @param memberships the servers that somebody was a member of before it
     */
    StructureBatch(
            Function<ServerId, Optional<Server>> before,
            Function<UserId, Set<ServerId>> memberships,
            MembershipLimits limits,
            Counter failures) {
        this.before = before;
        this.memberships = memberships;
        this.limits = limits;
        this.failures = failures;
    }

    DecidedCommand decide(PendingCommand pending) {
        var command = pending.command();
        var id = command.serverId();
        var state = stateOf(id).orElse(null);
        try {
            var decision = limits.applyTo(StructureDecider.decide(state, command), command.actor(), this::count);
            var decided = new DecidedCommand(pending.id(), command, decision);
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
            return new DecidedCommand(pending.id(), command, null);
        }
    }

    private Optional<Server> stateOf(ServerId id) {
        var here = states.get(id);
        return here == null ? before.apply(id) : Optional.of(here);
    }

    private long count(UserId user, Server.Kind kind) {
        return Stream.concat(memberships.apply(user).stream(), states.keySet().stream())
                .distinct()
                .flatMap(id -> stateOf(id).stream())
                .filter(server -> server.kind() == kind && server.hasMember(user))
                .count();
    }
}
