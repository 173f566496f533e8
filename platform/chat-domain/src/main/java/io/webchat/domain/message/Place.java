package io.webchat.domain.message;

import io.webchat.domain.Decision;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as the person sees it who sends a command there.
 *
 * @param permissions theirs in the channel
 */
record Place(Server server, ChannelId channel, UserId actor, Instant at, Permissions permissions) {
    /** Null if there is no such channel, or the actor may not see it. */
    static @Nullable Place of(@Nullable Server server, MessageCommand command) {
        if (server == null || !server.maySee(command.channelId(), command.actor())) {
            return null;
        }
        var permissions = server.permissionsIn(command.channelId(), command.actor());
        return new Place(server, command.channelId(), command.actor(), command.at(), permissions);
    }

    boolean lacks(Permission permission) {
        return !permissions.contains(permission);
    }

    /** Why the actor may not do here what takes some permissions, or none, and no time-out; null if they may. */
    @Nullable
    Decision<MessageEvent> refusal(Permission... needed) {
        for (var permission : needed) {
            if (lacks(permission)) {
                return Refusal.lacks(permission);
            }
        }
        return server.isSilent(actor, at) ? Refusal.timedOut(server.timedOutUntil(actor, at)) : null;
    }

    /** Whether slow mode makes the actor wait, who last posted at a time. Those who look after the channel never do. */
    boolean mustWaitAfter(Instant lastPost) {
        var settled = server.channels().get(channel);
        return settled != null
                && lacks(Permission.MANAGE_MESSAGES)
                && lacks(Permission.MANAGE_CHANNELS)
                && at.isBefore(lastPost.plus(settled.slowMode()));
    }

    @Nullable
    Mentions mentionsIn(String content) {
        return Mentions.in(content, server, channel, actor);
    }
}
