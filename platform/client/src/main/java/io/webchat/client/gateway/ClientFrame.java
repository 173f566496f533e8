package io.webchat.client.gateway;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** What the client says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "identify", value = ClientFrame.Identify.class),
    @JsonSubTypes.Type(name = "resume", value = ClientFrame.Resume.class),
    @JsonSubTypes.Type(name = "heartbeat", value = ClientFrame.Heartbeat.class),
    @JsonSubTypes.Type(name = "authenticate", value = ClientFrame.Authenticate.class),
})
sealed interface ClientFrame {
    record Identify(String token) implements ClientFrame {}

    record Resume(String token, String epoch, Map<String, Long> positions) implements ClientFrame {
        static Resume from(String token, ResumePoint point) {
            return new Resume(token, point.epoch(), point.positions());
        }
    }

    record Heartbeat() implements ClientFrame {}

    record Authenticate(String token) implements ClientFrame {}
}
