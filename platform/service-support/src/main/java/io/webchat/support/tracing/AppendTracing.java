package io.webchat.support.tracing;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Traces what a producer appends, from the call until the brokers have acknowledged it. Kafka makes it, from
 * {@link LogTracing#producerConfig}.
 */
public final class AppendTracing implements ProducerInterceptor<byte[], byte[]> {
    static final String TRACING = "webchat.tracing";

    private LogTracing tracing = LogTracing.OFF;

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(TRACING) instanceof LogTracing configured) {
            tracing = configured;
        }
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        tracing.beginAppend(record.topic(), record.headers());
        return record;
    }

    @Override
    public void onAcknowledgement(
            @Nullable RecordMetadata metadata, @Nullable Exception failure, @Nullable Headers headers) {
        if (headers != null) {
            LogTracing.endAppend(headers, failure);
        }
    }

    @Override
    public void close() {}
}
