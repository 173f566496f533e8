package io.webchat.projection.server;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import java.util.List;
import java.util.Locale;

/** What each event changes of the server that people see. */
final class ServerFold {
    private ServerFold() {}

    static ServerDocument begin(StructureEvent event, long position) {
        return switch (event) {
            case ServerEvent.Created e ->
                empty(e, Server.Kind.COMMUNITY, e.name(), position).withRoles(List.of(everyone(e)));
            case ConversationEvent.PairStarted e -> conversation(e, Server.Kind.PAIR, "", e.channelId(), position);
            case ConversationEvent.GroupStarted e ->
                conversation(e, Server.Kind.GROUP, e.name() == null ? "" : e.name(), e.channelId(), position);
            case StructureEvent e -> throw new IllegalStateException("the server of " + e + " was never created");
        };
    }

    static ServerDocument evolve(ServerDocument state, StructureEvent event) {
        return switch (event) {
            case ServerEvent e -> evolve(state, e);
            case CategoryEvent e -> CategoryFold.evolve(state, e);
            case ChannelEvent e -> ChannelFold.evolve(state, e);
            case RoleEvent e -> RoleFold.evolve(state, e);
            case MemberEvent e -> MemberFold.evolve(state, e);
            case InviteEvent e -> state;
            case ConversationEvent.MemberAdded e -> state;
            case ConversationEvent e -> throw new IllegalStateException("started twice: " + e);
        };
    }

    private static ServerDocument evolve(ServerDocument state, ServerEvent event) {
        return switch (event) {
            case ServerEvent.Created e -> throw new IllegalStateException("created twice: " + e);
            case ServerEvent.Renamed e -> state.withName(e.name());
            case ServerEvent.Described e -> state.withDescription(e.description());
            case ServerEvent.IconChanged e ->
                state.withIcon(e.iconId() == null ? null : e.iconId().toString());
            case ServerEvent.OwnershipTransferred e ->
                state.withOwner(e.ownerId().toString());
            case ServerEvent.Deleted e -> state.withKind(name(Server.Kind.DELETED));
        };
    }

    private static ServerDocument conversation(
            ConversationEvent event, Server.Kind kind, String name, ChannelId channel, long position) {
        return empty(event, kind, name, position)
                .withChannels(List.of(new ServerDocument.Channel(channel.toString(), "", null, null, 0, List.of())));
    }

    private static ServerDocument empty(StructureEvent event, Server.Kind kind, String name, long position) {
        return new ServerDocument(
                event.serverId().toString(),
                name(kind),
                name,
                "",
                null,
                event.actorId().toString(),
                List.of(),
                List.of(),
                List.of(),
                position);
    }

    private static ServerDocument.Role everyone(ServerEvent.Created event) {
        return new ServerDocument.Role(
                RoleId.everyoneOf(event.serverId()).toString(), "everyone", null, slugs(Permissions.BASELINE));
    }

    static List<String> slugs(Permissions permissions) {
        return permissions.asList().stream().map(Permission::slug).toList();
    }

    private static String name(Server.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
