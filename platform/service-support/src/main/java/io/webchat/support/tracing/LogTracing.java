package io.webchat.support.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.webchat.log.TraceHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Traces through the log: a span for each append in a recorded trace, {@link TraceHeaders} on its record, and spans for
 * what consumers make of such records. Named as OpenTelemetry's conventions for messaging have it.
 *
 * <p><b>Limits.</b> An append outside of any trace begins none. A record that is older than {@link #PRESENT} is
 * history: who rebuilds a view from it, or reads it at a start, leaves no spans in traces of long ago.
 */
public final class LogTracing {
    /** Traces nothing, and costs nothing. */
    public static final LogTracing OFF = new LogTracing(null, Clock.systemUTC());

    static final Duration PRESENT = Duration.ofMinutes(5);

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> CONSUMER = AttributeKey.stringKey("webchat.consumer");

    /** Whatever propagation is configured for HTTP: the format of the log is a public interface. */
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final @Nullable Tracer tracer;
    private final Clock clock;

    private LogTracing(@Nullable Tracer tracer, Clock clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    static LogTracing by(OpenTelemetry telemetry, Clock clock) {
        return new LogTracing(telemetry.getTracer("io.webchat"), clock);
    }

    /** What the configuration of a producer needs beside the rest; nothing when tracing is off. */
    public Map<String, Object> producerConfig() {
        return tracer == null
                ? Map.of()
                : Map.of(
                        ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
                        List.of(AppendTracing.class.getName()),
                        AppendTracing.TRACING,
                        this);
    }

    /**
     * Begins what a consumer makes of a record.
     *
     * @param consumer who: one of a few names
     * @return {@link RecordSpan#NONE} unless the record was appended in a recorded trace, a moment ago
     */
    public RecordSpan begin(String consumer, ConsumerRecord<?, ?> record) {
        if (tracer == null
                || !TraceHeaders.isSampled(record.headers())
                || record.timestamp() < clock.millis() - PRESENT.toMillis()) {
            return RecordSpan.NONE;
        }
        var parent = W3C.extract(Context.root(), record.headers(), Reading.HEADERS);
        var since = clock.instant();
        var span = builder(tracer, "process", record.topic())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent)
                .setStartTimestamp(since)
                .setAttribute(PARTITION, Integer.toString(record.partition()))
                .setAttribute(OFFSET, record.offset())
                .setAttribute(CONSUMER, consumer)
                .startSpan();
        return new SampledSpan(tracer, parent, span, since);
    }

    /** The same for records that are consumed together: the spans of those that are traced. */
    public List<RecordSpan> begin(String consumer, Collection<? extends ConsumerRecord<?, ?>> records) {
        return tracer == null
                ? List.of()
                : records.stream()
                        .map(record -> begin(consumer, record))
                        .filter(RecordSpan::isTraced)
                        .toList();
    }

    /** Begins an append in the current trace, and writes it into the headers of the record; nothing without one. */
    void beginAppend(String topic, Headers headers) {
        if (tracer == null || !Span.current().getSpanContext().isSampled()) {
            return;
        }
        var span = builder(tracer, "send", topic).setSpanKind(SpanKind.PRODUCER).startSpan();
        W3C.inject(Context.current().with(span), headers, (to, name, value) -> {
            if (to != null) {
                to.remove(name);
                to.add(new Appending(name, value.getBytes(UTF_8), span));
            }
        });
    }

    /** Ends the append that was begun on these headers, if one was. */
    static void endAppend(Headers headers, @Nullable Throwable failure) {
        if (headers.lastHeader(TraceHeaders.TRACEPARENT) instanceof Appending appending) {
            if (failure != null) {
                appending.span().recordException(failure);
                appending.span().setStatus(StatusCode.ERROR);
            }
            appending.span().end();
        }
    }

    private static SpanBuilder builder(Tracer tracer, String operation, String topic) {
        return tracer.spanBuilder(operation + " " + topic)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation)
                .setAttribute(OPERATION_TYPE, operation)
                .setAttribute(DESTINATION, topic);
    }

    /** A header that remembers the span it was written for, until the record is acknowledged. */
    private record Appending(String key, byte[] value, Span span) implements Header {}

    private enum Reading implements TextMapGetter<Headers> {
        HEADERS;

        @Override
        public Iterable<String> keys(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .map(Header::key)
                    .toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            var found = headers == null ? null : headers.lastHeader(name);
            return found == null || found.value() == null ? null : new String(found.value(), UTF_8);
        }
    }
}
