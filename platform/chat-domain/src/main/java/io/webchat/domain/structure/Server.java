package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The state of one server: what its deciders and everybody who authorises need to know, and no more. Immutable; a
 * changed copy shares all that did not change, so a copy costs O(log n).
 */
public record Server(
        ServerId id,
        String name,
        UserId ownerId,
        PMap<ChannelId, Channel> channels,
        PSet<UserId> members,
        PMap<InviteCode, Invite> invites) {

    /** A text channel. */
    public record Channel(ChannelId id, String name) {}

    /** An invite that may be used. */
    public record Invite(InviteCode code, UserId createdBy) {}

    public boolean hasMember(UserId user) {
        return members.contains(user);
    }

    /**
     * Folds one event into the state of its server.
     *
     * @param state null before the first event
     * @throws IllegalStateException if the event cannot follow on the state: a log like that is broken
     */
    public static Server evolve(@Nullable Server state, StructureEvent event) {
        if (event instanceof ServerEvent.Created created) {
            require(state == null, event);
            return new Server(
                    created.serverId(),
                    created.name(),
                    created.ownerId(),
                    HashTreePMap.empty(),
                    HashTreePSet.empty(),
                    HashTreePMap.empty());
        }
        if (state == null || !state.id.equals(event.serverId())) {
            throw impossible(event);
        }
        return switch (event) {
            case ServerEvent.Created created -> throw impossible(created);
            case ChannelEvent.Created created -> {
                require(!state.channels.containsKey(created.channelId()), event);
                yield state.withChannel(new Channel(created.channelId(), created.name()));
            }
            case MemberEvent.Joined joined -> {
                require(!state.hasMember(joined.userId()), event);
                yield state.withMembers(state.members.plus(joined.userId()));
            }
            case InviteEvent.Created created -> {
                require(!state.invites.containsKey(created.code()), event);
                yield state.withInvite(new Invite(created.code(), created.createdBy()));
            }
        };
    }

    private Server withChannel(Channel channel) {
        return new Server(id, name, ownerId, channels.plus(channel.id(), channel), members, invites);
    }

    private Server withMembers(PSet<UserId> newMembers) {
        return new Server(id, name, ownerId, channels, newMembers, invites);
    }

    private Server withInvite(Invite invite) {
        return new Server(id, name, ownerId, channels, members, invites.plus(invite.code(), invite));
    }

    private static void require(boolean possible, StructureEvent event) {
        if (!possible) {
            throw impossible(event);
        }
    }

    private static IllegalStateException impossible(StructureEvent event) {
        return new IllegalStateException("impossible transition: " + event);
    }
}
