package io.webchat.projection.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Records that a view could not apply: copied as they are to {@code <topic>.dlt}, with {@link DeadLetterHeaders} that
 * say which view, which place in the log, and why. Each is counted, and an operator must look at it.
 *
 * <p>At least once: what the store has lost is read again, and then a letter may be written again. A record that is
 * nearly as large as records may be is copied without its value, which is in the log.
 */
@Component
public class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private static final int STACK_LIMIT = 8_000;

    private final KafkaTemplate<byte[], byte[]> template;
    private final MeterRegistry meters;

    DeadLetters(KafkaTemplate<byte[], byte[]> logTemplate, MeterRegistry meters) {
        this.template = logTemplate;
        this.meters = meters;
    }

    /**
     * Returns when Kafka has acknowledged the copy; throws otherwise, so that the record comes again.
     *
     * @param group of the consumer that the record came to; the name of the view where there is none
     */
    public void add(View view, String group, ConsumerRecord<byte[], byte[]> record, RuntimeException cause) {
        log.error("{} cannot apply {}-{}@{}", view.name(), record.topic(), record.partition(), record.offset(), cause);
        var headers = new RecordHeaders(record.headers().toArray());
        headers.add(DeadLetterHeaders.VIEW, view.name().getBytes(UTF_8));
        headers.add(DeadLetterHeaders.GROUP, group.getBytes(UTF_8));
        headers.add(DeadLetterHeaders.OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
        headers.add(DeadLetterHeaders.CAUSE, cause.toString().getBytes(UTF_8));
        headers.add(DeadLetterHeaders.STACK, stack(cause).getBytes(UTF_8));
        try {
            send(view, record, record.value(), headers);
        } catch (KafkaException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof RecordTooLargeException)) {
                throw e;
            }
            // With what it says beside the record, the copy is larger than a record may be.
            headers.remove(DeadLetterHeaders.STACK);
            send(view, record, null, headers);
        }
        meters.counter("webchat.projection.dead.letters", "view", view.name()).increment();
    }

    private void send(View view, ConsumerRecord<byte[], byte[]> record, byte @Nullable [] value, Headers headers) {
        var topic = view.topic().deadLetterTopicName();
        try {
            template.send(new ProducerRecord<>(topic, record.partition(), null, record.key(), value, headers))
                    .join();
        } catch (CompletionException e) {
            throw new KafkaException("cannot write to " + topic, e);
        }
    }

    private static String stack(RuntimeException cause) {
        var whole = new StringWriter();
        cause.printStackTrace(new PrintWriter(whole));
        var text = whole.toString();
        return text.length() <= STACK_LIMIT ? text : text.substring(0, STACK_LIMIT) + "…";
    }
}
