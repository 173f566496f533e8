package io.webchat.push.protocol;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes event frames around values of the log, which pass through without being parsed. */
public final class EventFrames {
    private EventFrames() {}

    /**
     * Writes one.
     *
     * @param type its {@code ce_type}
     * @param value of the record: JSON, byte for byte what the client gets as {@code data}
     */
    public static Frame write(EventStream stream, ConsumerRecord<?, ?> record, String type, byte[] value) {
        var text = new StringBuilder(value.length + 160)
                .append("{\"op\":\"event\",\"stream\":\"")
                .append(stream.name())
                .append("\",\"offset\":")
                .append(record.offset())
                .append(",\"type\":\"")
                .append(JsonStringEncoder.getInstance().quoteAsCharArray(type))
                .append("\",\"data\":")
                .append(new String(value, StandardCharsets.UTF_8))
                .append('}');
        return Frame.timed(text.toString(), record.timestamp());
    }
}
