package io.webchat.push.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server says, except for events: those are spliced, see {@link EventFrames}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = ServerFrame.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ServerFrame.CaughtUp.class, name = "caught_up"),
    @JsonSubTypes.Type(value = ServerFrame.Reset.class, name = "reset"),
    @JsonSubTypes.Type(value = ServerFrame.Subscribed.class, name = "subscribed"),
    @JsonSubTypes.Type(value = ServerFrame.Unsubscribed.class, name = "unsubscribed"),
    @JsonSubTypes.Type(value = ServerFrame.HeartbeatAck.class, name = "heartbeat_ack"),
    @JsonSubTypes.Type(value = ServerFrame.Authenticated.class, name = "authenticated"),
    @JsonSubTypes.Type(value = ServerFrame.Presences.class, name = "presences"),
    @JsonSubTypes.Type(value = ServerFrame.PresenceChanged.class, name = "presence_changed"),
    @JsonSubTypes.Type(value = ServerFrame.OwnPresence.class, name = "own_presence"),
    @JsonSubTypes.Type(value = ServerFrame.TypingStarted.class, name = "typing_started"),
    @JsonSubTypes.Type(value = ServerFrame.Watching.class, name = "watching"),
    @JsonSubTypes.Type(value = ServerFrame.ChannelActivity.class, name = "activity")
})
public sealed interface ServerFrame {
    /** Say who you are, and give a sign of life this often. */
    record Hello(long heartbeatMillis) implements ServerFrame {}

    /** The session is open, and delivery goes on from these positions. */
    record Ready(User user, String sessionId, String epoch, Positions positions, String token) implements ServerFrame {
        public record User(UserId userId) {}
    }

    /** Nothing is missed any more; what follows is live, of these servers and conversations and of no others. */
    record CaughtUp(Positions positions, List<ServerId> serverIds) implements ServerFrame {}

    /** Your positions cannot be honoured: fetch anew. */
    record Reset(ResetReason reason) implements ServerFrame {}

    /** From here on also the events of this server. */
    record Subscribed(ServerId serverId, String token) implements ServerFrame {}

    /** No more events of this server: the user is no member any more, or it is gone. */
    record Unsubscribed(ServerId serverId) implements ServerFrame {}

    /** Everything before these positions has been delivered on this connection. */
    record HeartbeatAck(Positions positions) implements ServerFrame {}

    /** The newer token is accepted. */
    record Authenticated(Instant expiresAt) implements ServerFrame {}

    /** Of those whom you watch, these are not offline. */
    record Presences(List<Seen> users) implements ServerFrame {
        public record Seen(UserId userId, PresenceStatus status) {}

        public Presences {
            users = List.copyOf(users);
        }
    }

    /** Somebody whom you watch is seen like this now. */
    record PresenceChanged(UserId userId, PresenceStatus status) implements ServerFrame {}

    /** How you have chosen to be seen, on this device or another. */
    record OwnPresence(PresenceChoice chosen) implements ServerFrame {}

    /** From here on the messages of these channels, and of no others. */
    record Watching(Set<ChannelId> channelIds, String token) implements ServerFrame {}

    /**
     * Something happened in a channel that you do not watch.
     *
     * @param offset of the last event, in the stream of the channel's messages
     * @param posted offset of the last message of somebody else; null if there was none since this was last told
     * @param mentioned offset of the last event that called you; null if there was none since this was last told
     */
    record ChannelActivity(
            ServerId serverId,
            ChannelId channelId,
            String stream,
            long offset,
            @Nullable Long posted,
            @Nullable Long mentioned)
            implements ServerFrame {}

    /** Somebody is writing in a channel that you watch, and if nothing follows stopped five seconds later. */
    record TypingStarted(
            ServerId serverId,
            ChannelId channelId,
            @Nullable MessageId threadId,
            UserId userId) implements ServerFrame {}
}
