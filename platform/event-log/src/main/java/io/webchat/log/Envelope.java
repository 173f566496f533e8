package io.webchat.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The CloudEvents attributes of a record, in binary content mode: each attribute is a header {@code ce_<name>}.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     Protocol Binding for CloudEvents 1.0.2</a>
 */
public final class Envelope {
    public static final String TYPE = "ce_type";
    public static final String RECORD_ID = "ce_id";
    public static final String SERVER_ID = "ce_serverid";
    public static final String STRUCTURE_OFFSET = "ce_structureoffset";
    public static final String USER_ID = "ce_userid";
    public static final String COMMAND_ID = "ce_commandid";
    public static final String MENTIONS = "ce_mentions";

    private final Map<String, String> attributes = new LinkedHashMap<>();

    private Envelope() {}

    /**
     * Begins the envelope of one record.
     *
     * @param source the service that appends it, such as {@code /webchat/command-service}
     * @param subject the id of what it is about
     */
    public static Envelope of(String recordId, String source, String type, Instant time, String subject) {
        return new Envelope()
                .with("content-type", "application/json")
                .with("ce_specversion", "1.0")
                .with(RECORD_ID, recordId)
                .with("ce_source", source)
                .with(TYPE, type)
                .with("ce_time", Timestamps.format(time))
                .with("ce_subject", subject);
    }

    /** Adds one header. */
    public Envelope with(String header, String value) {
        attributes.put(header, value);
        return this;
    }

    /** The headers for a producer record, in a fixed order. */
    public Headers toHeaders() {
        var headers = new RecordHeaders();
        attributes.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return headers;
    }

    /** Reads one header, absent where the record does not have it. */
    public static Optional<String> read(Headers headers, String header) {
        var found = headers.lastHeader(header);
        return found == null || found.value() == null
                ? Optional.empty()
                : Optional.of(new String(found.value(), UTF_8));
    }

    /** Reads one header as a number; absent where the record does not have it or it is none. */
    public static OptionalLong readLong(Headers headers, String header) {
        try {
            return read(headers, header)
                    .map(Long::parseLong)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
