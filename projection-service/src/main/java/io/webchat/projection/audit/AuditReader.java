package io.webchat.projection.audit;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody who may read a server's audit log may know of its entries. The permission opens no door that others
 * keep closed: of a channel that they may not see, and of one that is gone unless they manage channels, they learn who
 * did what and not what it is called; codes of invites, which still let people in, are for those who manage the server.
 */
record AuditReader(Server server, UserId user, JsonMapper json) {
    /** What the event says; null if that is not for this reader. */
    @Nullable
    ObjectNode dataOf(AuditEntryDocument entry) {
        if (entry.channelId() != null && !mayKnow(ChannelId.parse(entry.channelId()))) {
            return null;
        }
        var data = json.readValue(entry.data(), ObjectNode.class);
        if (!has(Permission.MANAGE_SERVER)) {
            data.remove("code");
            data.remove("inviteCode");
        }
        return data;
    }

    private boolean mayKnow(ChannelId channel) {
        return server.channels().containsKey(channel) ? server.maySee(channel, user) : has(Permission.MANAGE_CHANNELS);
    }

    private boolean has(Permission permission) {
        return server.permissionsOf(user).contains(permission);
    }
}
