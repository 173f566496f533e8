package io.webchat.client.gateway;

import io.webchat.client.PostedMessage;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record of the log.
 *
 * @param stream one partition of one topic, such as {@code messages/3}
 * @param offset its place in the stream; offsets grow but are not dense
 * @param type such as {@code webchat.message.posted.v1}
 * @param data the record's value, as the log has it
 */
public record StreamEvent(String stream, long offset, String type, JsonNode data) implements ServerFrame {
    public static final String MESSAGE_POSTED = "webchat.message.posted.v1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The message, if this event is about a new one. */
    public Optional<PostedMessage> posted() {
        return type.equals(MESSAGE_POSTED)
                ? Optional.of(JSON.treeToValue(data, PostedMessage.class))
                : Optional.empty();
    }
}
