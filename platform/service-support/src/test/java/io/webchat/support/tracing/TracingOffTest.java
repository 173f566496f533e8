package io.webchat.support.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.webchat.log.TraceHeaders;
import io.webchat.sample.SampleTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

@SampleTest
class TracingOffTest {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private LogTracing tracing;

    @ParameterizedTest
    @ValueSource(
            classes = {
                io.micrometer.tracing.Tracer.class,
                io.opentelemetry.api.trace.Tracer.class,
                OpenTelemetry.class,
                SpanExporter.class,
                SpanExportingPredicate.class
            })
    void nothingOfTracingIsThereUntilTheEnvironmentSaysWhereTracesGo(Class<?> type) {
        assertThat(context.getBeanNamesForType(type)).isEmpty();
    }

    @Test
    void logsHaveNoRoomForATraceId() {
        assertThat(context.getBean(Environment.class).getProperty("logging.expect-correlation-id", Boolean.class))
                .isFalse();
    }

    @Test
    void producersAreAsTheyWereAndRecordsThatSayTheyAreTracedAreNot() {
        var record = new ConsumerRecord<>("webchat.messages", 0, 0, new byte[0], new byte[0]);
        record.headers()
                .add(
                        TraceHeaders.TRACEPARENT,
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));

        assertThat(tracing).isSameAs(LogTracing.OFF);
        assertThat(tracing.producerConfig()).isEmpty();
        assertThat(tracing.begin("test", record)).isSameAs(RecordSpan.NONE);
    }
}
