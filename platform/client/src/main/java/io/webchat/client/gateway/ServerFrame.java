package io.webchat.client.gateway;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says. A frame with an {@code op} that this client does not know is {@link Unknown}, and ignored. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op", defaultImpl = ServerFrame.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "hello", value = ServerFrame.Hello.class),
    @JsonSubTypes.Type(name = "ready", value = ServerFrame.Ready.class),
    @JsonSubTypes.Type(name = "reset", value = ServerFrame.Reset.class),
    @JsonSubTypes.Type(name = "event", value = StreamEvent.class),
    @JsonSubTypes.Type(name = "caught_up", value = ServerFrame.CaughtUp.class),
    @JsonSubTypes.Type(name = "subscribed", value = ServerFrame.Subscribed.class),
    @JsonSubTypes.Type(name = "unsubscribed", value = ServerFrame.Unsubscribed.class),
    @JsonSubTypes.Type(name = "heartbeat_ack", value = ServerFrame.HeartbeatAck.class),
    @JsonSubTypes.Type(name = "authenticated", value = ServerFrame.Authenticated.class),
    @JsonSubTypes.Type(name = "watching", value = ServerFrame.Watching.class),
    @JsonSubTypes.Type(name = "activity", value = ServerFrame.Activity.class),
})
public sealed interface ServerFrame permits StreamEvent, ServerFrame.Control {

    /** Everything but events. */
    sealed interface Control extends ServerFrame {}

    record Hello(long heartbeatMillis) implements Control {}

    /**
     * The session has begun.
     *
     * @param positions of every stream: where delivery starts, or goes on
     * @param token a consistency token: what is fetched with it contains everything before the positions
     */
    record Ready(User user, String sessionId, String epoch, Map<String, Long> positions, String token)
            implements Control {
        public record User(UUID userId) {}

        ResumePoint start() {
            return new ResumePoint(epoch, positions);
        }
    }

    /** The positions could not be honoured; a {@link Ready} follows, and everything shown must be fetched anew. */
    record Reset(String reason) implements Control {}

    /** Everything before these positions has been delivered; what follows is live. */
    record CaughtUp(Map<String, Long> positions) implements Control {}

    /** Events of this server arrive from here on; what was before is in anything fetched with the token. */
    record Subscribed(UUID serverId, String token) implements Control {}

    record Unsubscribed(UUID serverId) implements Control {}

    record HeartbeatAck(Map<String, Long> positions) implements Control {}

    record Authenticated(Instant expiresAt) implements Control {}

    /** Messages of these channels, and of no others; what was before is in anything fetched with the token. */
    record Watching(Set<UUID> channelIds, String token) implements Control {}

    /**
     * Something happened in a channel that is not watched. What was told before may be told again.
     *
     * @param stream of the channel's messages
     * @param offset of the last event
     * @param posted of the last message of somebody else; null if there was none since this was last told
     * @param mentioned of the last event that called the user; null if there was none since this was last told
     */
    record Activity(
            UUID serverId,
            UUID channelId,
            String stream,
            long offset,
            @Nullable Long posted,
            @Nullable Long mentioned) implements Control {}

    record Unknown() implements Control {}
}
