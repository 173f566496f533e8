package io.webchat.push;

import static io.webchat.push.PushClient.isContent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.message.MessageId;
import io.webchat.log.Envelope;
import io.webchat.log.Ids;
import io.webchat.log.TraceHeaders;
import io.webchat.push.ChatLog.Room;
import io.webchat.test.TraceSink;
import io.webchat.test.TraceSink.Begun;
import io.webchat.test.TraceSink.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String WRITE = "write to a socket";

    /** As many as one record may leave, see {@code SampledSpan}. */
    private static final int WRITES = 10;

    private static TraceSink sink;
    private static PushInstance traced;

    private final Begun trace = Begun.trace();

    @BeforeAll
    static void start() {
        sink = TraceSink.open();
        traced = PushInstance.start(sink.settings());
    }

    @AfterAll
    static void stop() {
        traced.close();
        sink.close();
    }

    @Test
    void aMessageIsFollowedFromItsRecordToTheSocket() throws Exception {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var client = PushClient.identified(traced, alice)) {
            post(room, "traced");
            client.takeUntil(frame -> isContent(frame, "traced"));
        }

        var process = awaitSpans("process webchat.messages", 1).getFirst();
        assertThat(process.parentId()).isEqualTo(trace.spanId());
        assertThat(process.service()).isEqualTo("push-service");
        assertThat(process.attributes()).containsEntry("webchat.consumer", "push");
        assertThat(awaitSpans(WRITE, 1)).extracting(Span::parentId).containsExactly(process.spanId());
    }

    @Test
    void aRecordThatCannotBeDeliveredLeavesASpanToo() throws Exception {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var record = ChatLog.message(room, alice, new MessageId(Ids.fresh()), "of no server");
        record.headers().remove(Envelope.SERVER_ID);
        record.headers().add(TraceHeaders.TRACEPARENT, trace.traceparent().getBytes(UTF_8));
        ChatLog.append(record);
        // Delivery of its stream gets past it with the next one.
        ChatLog.post(room, alice, "after it");

        var process = awaitSpans("process webchat.messages", 1).getFirst();
        assertThat(process.parentId()).isEqualTo(trace.spanId());
    }

    @Test
    void aMessageToManyLeavesAFewSpansAlone() throws Exception {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var clients = Stream.generate(() -> PushClient.identified(traced, alice))
                .limit(WRITES + 2)
                .toList();

        post(room, "to many");

        clients.forEach(client -> client.takeUntil(frame -> isContent(frame, "to many")));
        clients.forEach(PushClient::close);
        var process = awaitSpans("process webchat.messages", 1).getFirst();
        assertThat(awaitSpans(WRITE, WRITES))
                .hasSize(WRITES)
                .allSatisfy(write -> assertThat(write.parentId()).isEqualTo(process.spanId()));
    }

    @Test
    void theLatencyOfDeliveriesNamesATraceAsAnExample() throws Exception {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var instance = PushInstance.start(sink.settings());
                var client = PushClient.identified(instance, alice)) {
            post(room, "measured");
            client.takeUntil(frame -> isContent(frame, "measured"));

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(openMetrics(instance))
                            .containsPattern("(?m)^webchat_push_delivery_latency_seconds_bucket\\{.* # \\{.*trace_id=\""
                                    + trace.traceId() + "\".*$"));
        }
    }

    @Test
    void withTracingOffARecordThatSaysItIsTracedIsDeliveredLikeAnyOther() throws Exception {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var untraced = PushInstance.usual();
        try (var client = PushClient.identified(untraced, alice)) {
            post(room, "not traced");
            client.takeUntil(frame -> isContent(frame, "not traced"));
        }

        assertThat(openMetrics(untraced)).doesNotContain(trace.traceId());
    }

    private void post(Room room, String content) {
        var record = ChatLog.message(room, ChatLog.someone(), new MessageId(Ids.fresh()), content);
        record.headers().add(TraceHeaders.TRACEPARENT, trace.traceparent().getBytes(UTF_8));
        ChatLog.append(record);
    }

    private List<Span> awaitSpans(String name, int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> sink.spans(trace).stream()
                                .filter(span -> span.name().equals(name))
                                .toList(),
                        spans -> spans.size() >= count);
    }

    private static String openMetrics(PushInstance instance) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + instance.managementPort() + "/actuator/prometheus"))
                .header("Accept", "application/openmetrics-text; version=1.0.0")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }
}
