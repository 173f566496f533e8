package io.webchat.push.entitlement;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may see what, as of the last structure event that was delivered. The replica itself may be an event ahead, and
 * answers from it would not fit the events around them.
 *
 * <p>Not thread-safe: whoever delivers guards it. It shares the states of the replica, so it costs a map.
 */
public final class Entitlements {
    private final Map<ServerId, Server> servers = new HashMap<>();
    private final Function<UserId, Set<ServerId>> candidates;

    /** @param candidates the servers that a user may be a member of, perhaps some too many */
    public Entitlements(Function<UserId, Set<ServerId>> candidates) {
        this.candidates = candidates;
    }

    /** Takes over the state of a server that an event, or all events before a snapshot, have led to. */
    public void become(Server server) {
        servers.put(server.id(), server);
    }

    /** Whether a user may see an event of a server, for whom it is. */
    public boolean maySee(UserId user, ServerId server, Audience audience) {
        var state = servers.get(server);
        return state != null && audience.includes(state, user);
    }

    /** Whether two people share a server or a conversation; everybody does with themselves. */
    public boolean share(UserId one, UserId other) {
        return one.equals(other) || serversOf(one).stream().anyMatch(server -> maySee(other, server, Audience.MEMBERS));
    }

    /** Whether a message calls a member, by their roles as of now. */
    public boolean isCalled(UserId user, ServerId server, Mentions mentions) {
        var state = servers.get(server);
        var member = state == null ? null : state.members().get(user);
        return member != null
                && (mentions.everyone()
                        || mentions.users().contains(user)
                        || mentions.roles().stream().anyMatch(member.roles()::contains));
    }

    /** The servers whose events a user may see. */
    public List<ServerId> serversOf(UserId user) {
        return candidates.apply(user).stream()
                .filter(server -> maySee(user, server, Audience.MEMBERS))
                .toList();
    }
}
