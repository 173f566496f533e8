package io.webchat.domain.structure;

import org.jspecify.annotations.Nullable;

/** What each event changes. An event that cannot follow on the state throws: a log like that is broken. */
final class StructureFold {
    private StructureFold() {}

    static Server evolve(@Nullable Server state, StructureEvent event) {
        if (state == null) {
            return begin(event);
        }
        require(state.id().equals(event.serverId()) && state.kind() != Server.Kind.DELETED, event);
        return switch (event) {
            case ServerEvent e -> ServerFold.evolve(state, e);
            case CategoryEvent e -> CategoryFold.evolve(state, e);
            case ChannelEvent e -> ChannelFold.evolve(state, e);
            case RoleEvent e -> RoleFold.evolve(state, e);
            case MemberEvent e -> MemberFold.evolve(state, e);
            case InviteEvent e -> InviteFold.evolve(state, e);
            case ConversationEvent e -> ConversationFold.evolve(state, e);
        };
    }

    private static Server begin(StructureEvent event) {
        if (event instanceof ServerEvent.Created e) {
            return Server.ofNew(e.serverId(), Server.Kind.COMMUNITY, e.name(), e.ownerId());
        }
        if (event instanceof ConversationEvent e) {
            return ConversationFold.begin(e);
        }
        throw impossible(event);
    }

    static void require(boolean possible, StructureEvent event) {
        if (!possible) {
            throw impossible(event);
        }
    }

    static IllegalStateException impossible(StructureEvent event) {
        return new IllegalStateException("impossible transition: " + event);
    }
}
