package io.webchat.client.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the client says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "identify", value = ClientFrame.Identify.class),
    @JsonSubTypes.Type(name = "resume", value = ClientFrame.Resume.class),
    @JsonSubTypes.Type(name = "heartbeat", value = ClientFrame.Heartbeat.class),
    @JsonSubTypes.Type(name = "authenticate", value = ClientFrame.Authenticate.class),
    @JsonSubTypes.Type(name = "watch", value = ClientFrame.Watch.class),
})
sealed interface ClientFrame {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Identify(String token, @Nullable Set<UUID> channelIds) implements ClientFrame {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resume(
            String token,
            String epoch,
            Map<String, Long> positions,
            @Nullable Set<UUID> channelIds,
            @Nullable Map<String, Long> acknowledged)
            implements ClientFrame {
        static Resume from(String token, ResumePoint point) {
            var digest = point.digest();
            return new Resume(
                    token,
                    point.epoch(),
                    point.positions(),
                    digest == null ? null : digest.channels(),
                    digest == null ? null : digest.acknowledged());
        }
    }

    record Watch(Set<UUID> userIds, Set<UUID> channelIds) implements ClientFrame {}

    record Heartbeat() implements ClientFrame {}

    record Authenticate(String token) implements ClientFrame {}
}
