package io.webchat.projection.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Records that a view could not apply: copied as they are to {@code <topic>.dlt}, with headers that say which view,
 * which place in the log, and why. Each is counted, and an operator must look at it.
 */
@Component
class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaTemplate<byte[], byte[]> template;
    private final MeterRegistry meters;

    DeadLetters(KafkaTemplate<byte[], byte[]> logTemplate, MeterRegistry meters) {
        this.template = logTemplate;
        this.meters = meters;
    }

    /** Returns when Kafka has acknowledged the copy; throws otherwise, so that the record comes again. */
    void add(View view, ConsumerRecord<byte[], byte[]> record, RuntimeException cause) {
        log.error("{} cannot apply {}-{}@{}", view.name(), record.topic(), record.partition(), record.offset(), cause);
        var headers = new RecordHeaders(record.headers().toArray());
        headers.add("dlt_view", view.name().getBytes(UTF_8));
        headers.add("dlt_offset", Long.toString(record.offset()).getBytes(UTF_8));
        headers.add("dlt_cause", cause.toString().getBytes(UTF_8));
        var topic = view.topic().deadLetterTopicName();
        try {
            template.send(new ProducerRecord<>(topic, record.partition(), null, record.key(), record.value(), headers))
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("cannot write to " + topic, e);
        }
        meters.counter("webchat.projection.dead.letters", "view", view.name()).increment();
    }
}
