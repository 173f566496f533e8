package io.webchat.log.codec;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.user.UserEvent;
import java.util.Map;

/** The names of messages and profiles on the wire. A released name keeps its meaning and its shape for ever. */
final class WireTypes {
    static final Map<String, Class<? extends MessageEvent>> MESSAGE_EVENTS =
            Map.of("webchat.message.posted.v1", MessageEvent.Posted.class);
    static final Map<String, Class<? extends UserEvent>> USER_EVENTS =
            Map.of("webchat.user.registered.v1", UserEvent.Registered.class);

    private WireTypes() {}

    static String of(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted e -> "webchat.message.posted.v1";
        };
    }

    static String of(UserEvent event) {
        return switch (event) {
            case UserEvent.Registered e -> "webchat.user.registered.v1";
        };
    }
}
