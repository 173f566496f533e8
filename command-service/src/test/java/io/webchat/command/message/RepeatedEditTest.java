package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Ids;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is sent again, late or to another instance, which is behind. What the view says is up to the test. */
class RepeatedEditTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpServer VIEWS = views();
    private static final ServiceInstance FIRST = start();
    private static final ServiceInstance SECOND = start();

    private static volatile Map<String, ?> shown = Map.of();
    private static volatile Runnable whenAsked = () -> {};

    private final TestUser ada = FIRST.user();
    private final UUID message = Ids.fresh();
    private String channel = "";

    private static HttpServer views() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", RepeatedEditTest::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isOfEdits = exchange.getRequestURI().getPath().endsWith("/edits");
            var answer = isOfEdits ? "{\"versions\":[]}" : JSON.writeValueAsString(Map.of("messages", List.of(shown)));
            whenAsked.run();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
        }
    }

    private static ServiceInstance start() {
        return ServiceInstance.start(
                CommandServiceApplication.class,
                "webchat.projection-service.url=http://127.0.0.1:"
                        + VIEWS.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
        VIEWS.stop(0);
    }

    @BeforeEach
    void aChannel() {
        channel = Commands.at(FIRST.port()).createServer(ada).generalChannelId();
        assertThat(SECOND.bean(StructureReplica.class).tail().awaitCurrent(Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void itIsFoundAndTheLaterOneStays() {
        var key = UUID.randomUUID().toString();
        var partition = Partitioning.partitionOf(ChannelId.parse(channel).value());
        var recent = SECOND.bean(RecentMessages.class);
        assertThat(recent.tail().awaitCurrent(Duration.ofSeconds(30))).isTrue();
        var free = new CountDownLatch(1);
        var held = recent.passed(partition, recent.tail().position(partition)).thenRun(() -> awaitQuietly(free));
        Commands.at(FIRST.port())
                .postMessage(ada, channel, message, "one")
                .expectStatus()
                .isCreated();
        show("one", 0);
        assertThat(edit(FIRST, key)).isEqualTo(204);

        show("three", 2);
        assertThat(held).isNotDone();
        whenAsked = free::countDown;
        assertThat(edit(SECOND, key)).isEqualTo(204);

        var edits = new LogReader(FIRST.bean(LogClients.class))
                .read(
                        Topic.MESSAGES,
                        record -> record.value() != null && new String(record.value(), UTF_8).contains("\"two\""));
        assertThat(edits).hasSize(1);
    }

    /** Its id says so: the recent log does not reach back as far, and the view is asked. */
    @Test
    void aReplyThatWasPostedLongAgoIsFoundThoughWhatItAnswersIsGone() {
        var old = Commands.idMadeAt(Instant.now().minus(Duration.ofHours(1)));
        var reply = Map.of("messageId", old, "content", "We do", "replyTo", Ids.fresh());
        var messages = "/api/channels/" + channel + "/messages";

        show(Ids.fresh(), "another", 0);
        Commands.at(FIRST.port())
                .post(ada, messages, "unused", reply)
                .expectStatus()
                .isNotFound();

        show(old, "We do", 0);
        Commands.at(FIRST.port())
                .post(ada, messages, "unused", reply)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.messageId")
                .isEqualTo(old.toString());
    }

    private void show(String content, int revision) {
        show(message, content, revision);
    }

    private void show(UUID message, String content, int revision) {
        shown = Map.of(
                "messageId",
                message,
                "channelId",
                channel,
                "authorId",
                ada.id().toString(),
                "content",
                content,
                "at",
                Instant.now().toString(),
                "revision",
                revision,
                "attachments",
                List.of(),
                "reactions",
                List.of(),
                "isDeleted",
                false);
    }

    private int edit(ServiceInstance at, String key) {
        return Commands.at(at.port())
                .http()
                .put()
                .uri("/api/channels/{channel}/messages/{message}/content", channel, message)
                .header("Authorization", ada.bearer())
                .header(IdempotencyKey.HEADER, key)
                .body(Map.of("content", "two"))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static void awaitQuietly(CountDownLatch free) {
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
