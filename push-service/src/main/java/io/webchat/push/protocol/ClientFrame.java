package io.webchat.push.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client may send. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Identify.class, name = "identify"),
    @JsonSubTypes.Type(value = ClientFrame.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = ClientFrame.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = ClientFrame.Authenticate.class, name = "authenticate"),
    @JsonSubTypes.Type(value = ClientFrame.Watch.class, name = "watch"),
    @JsonSubTypes.Type(value = ClientFrame.Presence.class, name = "presence"),
    @JsonSubTypes.Type(value = ClientFrame.ChoosePresence.class, name = "choose_presence"),
    @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing")
})
public sealed interface ClientFrame {
    /**
     * Start now.
     *
     * @param channelIds whose messages are wanted, of the others only that there are some; absent for all messages
     */
    record Identify(String token, Optional<Set<ChannelId>> channelIds) implements ClientFrame {
        public Identify {
            channelIds = channelIds.map(Set::copyOf);
        }
    }

    /**
     * Go on where another connection ended.
     *
     * @param channelIds as in {@link Identify}
     * @param acknowledged the last positions that the server has acknowledged; of interest only with channels
     */
    record Resume(
            String token,
            String epoch,
            Map<String, Long> positions,
            Optional<Set<ChannelId>> channelIds,
            Optional<Map<String, Long>> acknowledged)
            implements ClientFrame {
        public Resume {
            positions = Map.copyOf(positions);
            channelIds = channelIds.map(Set::copyOf);
            acknowledged = acknowledged.map(Map::copyOf);
        }
    }

    /**
     * What has a meaning once the client is ready. What comes earlier waits until then; of each kind the last one
     * counts.
     */
    sealed interface OnceReady extends ClientFrame {}

    /** I am alive; are you? */
    record Heartbeat() implements ClientFrame {}

    /** Here is a newer token of the same user. */
    record Authenticate(String token) implements ClientFrame {}

    /**
     * I show these people and these channels, and no others: tell me who is present and who is typing, and what is said
     * in these channels if I do not want all messages.
     */
    record Watch(Set<UserId> userIds, Set<ChannelId> channelIds) implements OnceReady {
        public static final int MAX_USERS = 1_000;
        public static final int MAX_CHANNELS = 20;

        public Watch {
            userIds = Set.copyOf(userIds);
            channelIds = Set.copyOf(channelIds);
        }
    }

    /**
     * This device is being used, or is not.
     *
     * @param chosen what the client remembers of {@link ChoosePresence}; counts where the server has forgotten it
     */
    record Presence(Activity activity, PresenceChoice chosen) implements OnceReady {}

    /** From here on I want to be seen like this, on all my devices. */
    record ChoosePresence(PresenceChoice chosen) implements OnceReady {}

    /** I am writing in this channel, or in one of its threads. */
    record Typing(ChannelId channelId, Optional<MessageId> threadId) implements OnceReady {}
}
