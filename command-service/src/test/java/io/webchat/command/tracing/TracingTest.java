package io.webchat.command.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.log.Envelope;
import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.log.TraceHeaders;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import io.webchat.test.TraceSink;
import io.webchat.test.TraceSink.Begun;
import io.webchat.test.TraceSink.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class TracingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static TraceSink sink;
    private static ServiceInstance traced;

    private final Begun trace = Begun.trace();
    private final TestUser ada = traced.user();

    @BeforeAll
    static void start() {
        sink = TraceSink.open();
        traced = ServiceInstance.start(CommandServiceApplication.class, sink.settings());
    }

    @AfterAll
    static void stop() {
        traced.close();
        sink.close();
    }

    @Test
    void aMessageCarriesTheTraceOfItsRequestIntoTheLog() {
        var server = Commands.at(traced.port()).createServer(ada);
        var messageId = Ids.fresh();

        post(
                traced,
                "/api/channels/" + server.generalChannelId() + "/messages",
                Map.of("messageId", messageId, "content", "Hello"));

        var request = span(named("http post /api/channels/{channelId}/messages"));
        assertThat(request.parentId()).isEqualTo(trace.spanId());
        assertThat(request.service()).isEqualTo("command-service");
        var append = span(named("send webchat.messages"));
        assertThat(append.parentId()).isEqualTo(request.spanId());
        assertThat(traceparents(traced, Topic.MESSAGES, keyContains(messageId)))
                .containsExactly("00-" + trace.traceId() + "-" + append.spanId() + "-01");
    }

    @Test
    void aStructuralCommandCarriesItThroughItsWriterToItsOutcome() {
        // Instances of other tests, which trace nothing, may be the writers of some servers.
        var writer = await().atMost(PATIENCE)
                .until(
                        () -> {
                            post(traced, "/api/servers", Map.of("name", "Rocket club"));
                            return find(named("process webchat.structure.commands"));
                        },
                        found -> found != null);

        assertThat(writer.attributes()).containsEntry("webchat.consumer", "structure-writer");
        var command = span(named("send webchat.structure.commands").and(is(writer.parentId())));
        span(named("http post /api/servers").and(is(command.parentId())));
        span(named("send webchat.structure").and(isPartOf(writer)));
        span(named("send webchat.structure.outcomes").and(isPartOf(writer)));
        for (var topic : List.of(Topic.STRUCTURE_COMMANDS, Topic.STRUCTURE, Topic.STRUCTURE_OUTCOMES)) {
            assertThat(traceparents(traced, topic, this::isOfTrace))
                    .as(topic.topicName())
                    .isNotEmpty();
        }
    }

    @Test
    void aRecordOfATraceThatIsNotRecordedSaysNothingOfIt() {
        var server = Commands.at(traced.port()).createServer(ada);
        var messageId = Ids.fresh();

        Commands.at(traced.port())
                .postMessage(ada, server.generalChannelId(), messageId, "Hello")
                .expectStatus()
                .isCreated();

        assertThat(traceparents(traced, Topic.MESSAGES, keyContains(messageId))).containsExactly("");
    }

    @Test
    void withTracingOffNoRecordSaysAnythingOfATrace() {
        try (var untraced = ServiceInstance.start(CommandServiceApplication.class)) {
            var server = Commands.at(untraced.port()).createServer(ada);
            var messageId = Ids.fresh();

            post(
                    untraced,
                    "/api/channels/" + server.generalChannelId() + "/messages",
                    Map.of("messageId", messageId, "content", "Hello"));

            assertThat(traceparents(untraced, Topic.MESSAGES, keyContains(messageId)))
                    .containsExactly("");
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .filteredOn(name -> name.startsWith("BatchSpanProcessor"))
                    .as("only the one of the other instance")
                    .hasSize(1);
        }
    }

    private void post(ServiceInstance instance, String path, Object body) {
        post(instance, path, UUID.randomUUID().toString(), body);
    }

    private void post(ServiceInstance instance, String path, String key, Object body) {
        RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + instance.port())
                .build()
                .post()
                .uri(path)
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, key)
                .header(TraceHeaders.TRACEPARENT, trace.traceparent())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private Span span(Predicate<Span> wanted) {
        return await().atMost(PATIENCE).until(() -> find(wanted), found -> found != null);
    }

    private @Nullable Span find(Predicate<Span> wanted) {
        return sink.spans(trace).stream().filter(wanted).findFirst().orElse(null);
    }

    private static Predicate<Span> is(String id) {
        return span -> span.spanId().equals(id);
    }

    private static Predicate<Span> isPartOf(Span other) {
        return span -> span.parentId().equals(other.spanId());
    }

    private static Predicate<Span> named(String name) {
        return span -> span.name().equals(name);
    }

    private boolean isOfTrace(ConsumerRecord<byte[], byte[]> record) {
        return traceparent(record).contains(trace.traceId());
    }

    private static Predicate<ConsumerRecord<byte[], byte[]>> keyContains(UUID id) {
        return record -> new String(record.key(), UTF_8).contains(id.toString());
    }

    private static List<String> traceparents(
            ServiceInstance instance, Topic topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        return new LogReader(instance.bean(LogClients.class))
                .read(topic, wanted).stream().map(TracingTest::traceparent).toList();
    }

    private static String traceparent(ConsumerRecord<byte[], byte[]> record) {
        return Envelope.read(record.headers(), TraceHeaders.TRACEPARENT).orElse("");
    }
}
