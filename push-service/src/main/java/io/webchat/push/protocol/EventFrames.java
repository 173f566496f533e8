package io.webchat.push.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes event frames around values of the log, which pass through without being parsed. */
public final class EventFrames {
    private static final JsonMapper JSON = new JsonMapper();

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

    /** The revision in the value of an edit, of whichever version; 0 if there is none in it. */
    public static int revisionOf(byte[] value) {
        return JSON.readTree(value).path("revision").asInt(0);
    }

    /** A frame about a message that is posted or edited, without its wording and whom that calls. */
    public static Frame withoutWording(Frame frame) {
        return without(List.of("mentions"), frame);
    }

    /** A frame about a message that is posted, without what the message says, answers, calls and carries. */
    public static Frame withoutContent(Frame posted) {
        return without(List.of("replyTo", "mentions", "attachments"), posted);
    }

    private static Frame without(List<String> fields, Frame frame) {
        var event = JSON.readValue(frame.text(), ObjectNode.class);
        var data = (ObjectNode) event.get("data");
        data.put("content", "").remove(fields);
        return Frame.of(JSON.writeValueAsString(event));
    }
}
