package io.webchat.system.stack;

import io.webchat.client.HistoryMessage;
import java.util.List;
import java.util.UUID;

/** The general channel of a new server with some members. */
public record Room(UUID serverId, UUID channelId) {

    /** Makes a server; everybody joins by an invite of its owner, who sees all of them from then on. */
    public static Room of(Person owner, Person... members) {
        var server = owner.client().createServer("Room " + Person.unique());
        if (members.length > 0) {
            var code = owner.client().createInvite(server.serverId()).code();
            for (var member : members) {
                member.client().join(code);
            }
            // A token is its holder's alone: that of the owner's last command covers what came before it, the joins.
            owner.client().createInvite(server.serverId());
        }
        return new Room(server.serverId(), server.generalChannelId());
    }

    /** The ids of all messages, in order, as this member reads them with their own consistency token. */
    public List<UUID> historyOf(Person member) {
        return member.client().history(channelId).stream()
                .map(HistoryMessage::messageId)
                .toList();
    }
}
