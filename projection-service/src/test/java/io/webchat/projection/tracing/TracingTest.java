package io.webchat.projection.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.CommandId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.log.TraceHeaders;
import io.webchat.projection.Community;
import io.webchat.projection.ProjectionServiceApplication;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TraceSink;
import io.webchat.test.TraceSink.Begun;
import io.webchat.test.TraceSink.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final LogRecords RECORDS = new LogRecords("/webchat/test");
    private static final String TIMELINE = "view timeline";

    private static TraceSink sink;
    private static ServiceInstance traced;

    private final Community community = Community.founded(traced);

    @BeforeAll
    static void start() {
        sink = TraceSink.open();
        traced = ServiceInstance.start(ProjectionServiceApplication.class, sink.settings());
    }

    @AfterAll
    static void stop() {
        traced.close();
        sink.close();
    }

    @Test
    void whatAViewMakesOfARecordIsAPartOfTheTraceThatItWasAppendedIn() {
        var trace = Begun.trace();

        post(trace, Instant.now());

        var span = awaitSpans(trace).getFirst();
        assertThat(span.name()).isEqualTo("process webchat.messages");
        assertThat(span.parentId()).isEqualTo(trace.spanId());
        assertThat(span.service()).isEqualTo("projection-service");
    }

    @Test
    void historyIsReadWithoutAddingToTracesOfLongAgo() {
        var longAgo = Begun.trace();
        var now = Begun.trace();

        post(longAgo, Instant.now().minus(Duration.ofMinutes(6)));
        post(now, Instant.now());

        awaitSpans(now);
        assertThat(sink.spans(longAgo)).isEmpty();
    }

    private void post(Begun trace, Instant appended) {
        var message = MessageEvent.Posted.text(
                community.server,
                community.channel,
                new MessageId(Ids.fresh()),
                community.owner.id(),
                "Hello",
                Instant.parse("2026-01-31T12:34:56.789Z"));
        var record = RECORDS.message(message, new CommandId(message.messageId().value()), 0);
        record.headers().add(TraceHeaders.TRACEPARENT, trace.traceparent().getBytes(UTF_8));
        community.append(
                Topic.MESSAGES,
                new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        appended.toEpochMilli(),
                        record.key(),
                        record.value(),
                        record.headers()));
    }

    private static List<Span> awaitSpans(Begun trace) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> sink.spans(trace).stream()
                                .filter(span -> span.attributes()
                                        .getOrDefault("webchat.consumer", "")
                                        .equals(TIMELINE))
                                .toList(),
                        spans -> !spans.isEmpty());
    }
}
