package io.webchat.log.codec;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.PinEvent;
import io.webchat.domain.message.ThreadEvent;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.user.UserEvent;
import java.util.Map;

/**
 * The names of messages, profiles and what is read on the wire. A released name keeps its meaning and its shape for
 * ever.
 */
final class WireTypes {
    static final Map<String, Class<? extends MessageEvent>> MESSAGE_EVENTS = Map.ofEntries(
            Map.entry("webchat.message.posted.v1", MessageEvent.Posted.class),
            Map.entry("webchat.message.edited.v1", MessageChange.Edited.class),
            Map.entry("webchat.message.deleted.v1", MessageChange.Deleted.class),
            Map.entry("webchat.reaction.added.v1", MessageChange.ReactionAdded.class),
            Map.entry("webchat.reaction.removed.v1", MessageChange.ReactionRemoved.class),
            Map.entry("webchat.message.pinned.v1", PinEvent.Pinned.class),
            Map.entry("webchat.message.unpinned.v1", PinEvent.Unpinned.class),
            Map.entry("webchat.thread.started.v1", ThreadEvent.Started.class),
            Map.entry("webchat.thread.joined.v1", ThreadEvent.Joined.class),
            Map.entry("webchat.thread.left.v1", ThreadEvent.Left.class));
    static final Map<String, Class<? extends UserEvent>> USER_EVENTS = Map.of(
            "webchat.user.registered.v1", UserEvent.Registered.class,
            "webchat.user.profile-changed.v1", UserEvent.ProfileChanged.class);
    static final Map<String, Class<? extends ReadingEvent>> READING_EVENTS = Map.of(
            "webchat.channel.read.v1", ReadingEvent.Read.class,
            "webchat.channel.marked-unread.v1", ReadingEvent.MarkedUnread.class,
            "webchat.channel.notifications-changed.v1", ReadingEvent.ChannelNotificationsChanged.class,
            "webchat.server.notifications-changed.v1", ReadingEvent.ServerNotificationsChanged.class);

    private WireTypes() {}

    static String of(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted e -> "webchat.message.posted.v1";
            case MessageChange.Edited e -> "webchat.message.edited.v1";
            case MessageChange.Deleted e -> "webchat.message.deleted.v1";
            case MessageChange.ReactionAdded e -> "webchat.reaction.added.v1";
            case MessageChange.ReactionRemoved e -> "webchat.reaction.removed.v1";
            case PinEvent.Pinned e -> "webchat.message.pinned.v1";
            case PinEvent.Unpinned e -> "webchat.message.unpinned.v1";
            case ThreadEvent.Started e -> "webchat.thread.started.v1";
            case ThreadEvent.Joined e -> "webchat.thread.joined.v1";
            case ThreadEvent.Left e -> "webchat.thread.left.v1";
        };
    }

    static String of(UserEvent event) {
        return switch (event) {
            case UserEvent.Registered e -> "webchat.user.registered.v1";
            case UserEvent.ProfileChanged e -> "webchat.user.profile-changed.v1";
        };
    }

    static String of(ReadingEvent event) {
        return switch (event) {
            case ReadingEvent.Read e -> "webchat.channel.read.v1";
            case ReadingEvent.MarkedUnread e -> "webchat.channel.marked-unread.v1";
            case ReadingEvent.ChannelNotificationsChanged e -> "webchat.channel.notifications-changed.v1";
            case ReadingEvent.ServerNotificationsChanged e -> "webchat.server.notifications-changed.v1";
        };
    }
}
