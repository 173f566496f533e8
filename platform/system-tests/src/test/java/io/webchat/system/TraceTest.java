package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.webchat.client.Ids;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.OwnStack;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switch of the environment, and one trace from a request of somebody to the socket of somebody else. */
@NeedsStack
class TraceTest {
    private static final String TRACE = Ids.fresh().toString().replace("-", "");

    @TempDir
    Path dir;

    /** What services have exported, as it came: OTLP, in which ids are bytes and names are text. */
    private final List<String> exported = new CopyOnWriteArrayList<>();

    @Test
    void oneTraceLeadsFromTheRequestThroughTheLogToTheViewAndTheSocket() throws Exception {
        Assumptions.assumeTrue(Stack.hasLauncher(), "needs -Dwebchat.launcher, to start a stack of its own");
        var collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::receive);
        collector.start();
        try (var stack = new OwnStack(dir.resolve("data"))) {
            stack.up(Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "http://127.0.0.1:" + collector.getAddress().getPort(),
                    "OTEL_TRACES_SAMPLER_ARG",
                    "0"));
            var ada = stack.register("ada");
            var bo = stack.register("bo");
            var room = Room.of(ada, bo);
            var received = new ReceivedMessages();
            try (var connection = bo.client().connect(received)) {
                connection.caughtUp().get(60, TimeUnit.SECONDS);
                var id = Ids.fresh();
                var answer = Ask.of("POST", stack.url(), "/api/channels/" + room.channelId() + "/messages")
                        .json("{'messageId':'" + id + "','content':'traced'}")
                        .with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                        .as(ada)
                        .answer();
                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
                received.arrival(id).get(60, TimeUnit.SECONDS);
            }

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(of("command-service")).contains("http post", "send webchat.messages");
                assertThat(of("projection-service")).contains("process webchat.messages", "view timeline");
                assertThat(of("push-service")).contains("process webchat.messages", "write to a socket");
            });
            assertThat(exported)
                    .as("nobody begins a trace with a probability of 0")
                    .allMatch(export -> export.contains(bytes(TRACE)));
        } finally {
            collector.stop(0);
        }
    }

    /** What a service has exported of the trace. */
    private String of(String service) {
        return exported.stream()
                .filter(export -> Stream.of(service, bytes(TRACE)).allMatch(export::contains))
                .reduce("", String::concat);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exported.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
