package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.util.List;

/** What happens to direct conversations, folded. */
final class ConversationFold {
    private ConversationFold() {}

    static Server begin(ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.PairStarted e -> of(e, Server.Kind.PAIR, "", e.channelId(), e.userIds());
            case ConversationEvent.GroupStarted e ->
                of(e, Server.Kind.GROUP, e.name() == null ? "" : e.name(), e.channelId(), e.userIds());
            case ConversationEvent.MemberAdded e -> throw StructureFold.impossible(e);
        };
    }

    static Server evolve(Server server, ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.PairStarted e -> throw StructureFold.impossible(e);
            case ConversationEvent.GroupStarted e -> throw StructureFold.impossible(e);
            case ConversationEvent.MemberAdded e -> {
                StructureFold.require(!server.hasMember(e.userId()), e);
                yield server.with(e.userId(), Member.PLAIN);
            }
        };
    }

    private static Server of(
            ConversationEvent event, Server.Kind kind, String name, ChannelId channel, List<UserId> people) {
        var server = Server.ofNew(event.serverId(), kind, name, event.actorId()).with(Channel.of(channel, "", null));
        for (var person : people) {
            server = server.with(person, Member.PLAIN);
        }
        return server;
    }
}
