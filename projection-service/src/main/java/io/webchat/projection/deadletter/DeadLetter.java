package io.webchat.projection.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.log.Envelope;
import io.webchat.log.Topic;
import io.webchat.projection.consume.DeadLetterHeaders;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that a view could not apply.
 *
 * @param topic that the record was read from
 * @param copy of the record, in the dead letter topic
 */
record DeadLetter(Topic topic, ConsumerRecord<byte[], byte[]> copy) {
    /** Its place, such as {@code webchat.messages.dlt/3/17}. */
    String id() {
        return topic.deadLetterTopicName() + "/" + copy.partition() + "/" + copy.offset();
    }

    /** The place of the record, such as {@code webchat.messages/3/1234}. */
    String source() {
        return topic.topicName() + "/" + copy.partition() + "/" + sourceOffset();
    }

    /** -1 if the letter does not say. */
    long sourceOffset() {
        return Envelope.readLong(copy.headers(), DeadLetterHeaders.OFFSET).orElse(-1);
    }

    /** When it was written. */
    Instant at() {
        return Instant.ofEpochMilli(copy.timestamp());
    }

    String view() {
        return header(DeadLetterHeaders.VIEW);
    }

    /** The consumer group of the generation of the view. */
    String group() {
        return header(DeadLetterHeaders.GROUP);
    }

    String type() {
        return header(Envelope.TYPE);
    }

    String cause() {
        return header(DeadLetterHeaders.CAUSE);
    }

    @Nullable
    String key() {
        return copy.key() == null ? null : new String(copy.key(), UTF_8);
    }

    /** All of them, by name. */
    Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        copy.headers().forEach(header -> headers.put(header.key(), header(header.key())));
        return headers;
    }

    /** Empty if the letter does not have it. */
    private String header(String name) {
        return Envelope.read(copy.headers(), name).orElse("");
    }
}
