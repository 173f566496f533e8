package io.webchat.push.protocol;

import java.nio.ByteBuffer;
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
        var head = "{\"op\":\"event\",\"stream\":\"" + stream.name() + "\",\"offset\":" + record.offset()
                + ",\"type\":\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(type)) + "\",\"data\":";
        var before = head.getBytes(StandardCharsets.UTF_8);
        var utf8 = ByteBuffer.allocate(before.length + value.length + 1)
                .put(before)
                .put(value)
                .put((byte) '}');
        return Frame.timed(utf8.array(), record.timestamp());
    }
}
