package io.webchat.push.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** What a client may send. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientFrame.Identify.class, name = "identify"),
    @JsonSubTypes.Type(value = ClientFrame.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = ClientFrame.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = ClientFrame.Authenticate.class, name = "authenticate")
})
public sealed interface ClientFrame {
    /** Start now. */
    record Identify(String token) implements ClientFrame {}

    /** Go on where another connection ended. */
    record Resume(String token, String epoch, Map<String, Long> positions) implements ClientFrame {
        public Resume {
            positions = Map.copyOf(positions);
        }
    }

    /** I am alive; are you? */
    record Heartbeat() implements ClientFrame {}

    /** Here is a newer token of the same user. */
    record Authenticate(String token) implements ClientFrame {}
}
