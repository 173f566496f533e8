package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.command.SlowLink;
import io.webchat.log.Ids;
import io.webchat.log.MessageRecords;
import io.webchat.log.Topic;
import io.webchat.standalone.engine.EmbeddedKafka;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that answers late: whoever asked is told in time, and what they are told is so. */
class KafkaSlowTest {
    /** What a request may take at the gateway. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private static SlowLink link;
    private static EmbeddedKafka kafka;
    private static ServiceInstance instance;

    private final TestUser ada = instance.user();
    private String channel;

    private record Answer(int status, String problem, boolean tellsWhenToRetry) {}

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        link = new SlowLink();
        var advertised = Map.of("advertised.listeners", "PLAINTEXT://127.0.0.1:" + link.port());
        kafka = EmbeddedKafka.start(folder, 0, 0, advertised);
        link.to(Integer.parseInt(kafka.bootstrapServers().split(":", 2)[1]));
        instance = ServiceInstance.start(
                CommandServiceApplication.class,
                "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + link.port(),
                "webchat.structure-writer.outcome-wait=2s");
    }

    @AfterAll
    static void stop() {
        instance.close();
        kafka.close();
        link.close();
    }

    @BeforeEach
    void aChannel() {
        channel = commands().createServer(ada).generalChannelId();
    }

    @AfterEach
    void asFastAsEver() {
        link.delay(Duration.ZERO);
    }

    @Test
    void whatIsNotKnownInTimeIsRefusedInTimeAndIsThereOnceInTheEnd() throws Exception {
        link.delay(Duration.ofMinutes(5));
        var ids = IntStream.range(0, 20).mapToObj(i -> Ids.fresh()).toList();
        var begun = System.nanoTime();

        var answers = atOnce(ids);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(REQUEST_TIMEOUT);
        assertThat(answers.values()).containsOnly(new Answer(503, "urn:webchat:problem:log-unavailable", true));
        link.delay(Duration.ZERO);
        for (var id : ids) {
            await().atMost(Duration.ofSeconds(60)).until(() -> post(id).status() == 201);
        }
        assertThat(postedFirst()).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** Slow, and slower than anybody waits, by turns. */
    @Test
    void whatWasAcknowledgedIsThereAndWhatWasRepeatedIsThereOnce() throws Exception {
        var ids = IntStream.range(0, 60).mapToObj(i -> Ids.fresh()).toList();
        var answers = new LinkedHashMap<UUID, Answer>();
        for (var turn = 0; turn < 3; turn++) {
            link.delay(Duration.ofMillis(turn == 1 ? 6_000 : 300));
            answers.putAll(atOnce(ids.subList(20 * turn, 20 * turn + 20)));
        }
        link.delay(Duration.ZERO);

        assertThat(answers.values()).extracting(Answer::status).containsOnly(201, 503);
        assertThat(answers.values()).extracting(Answer::status).contains(201);
        for (var id : ids) {
            await().atMost(Duration.ofSeconds(60)).until(() -> post(id).status() == 201);
        }
        assertThat(postedFirst()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aStructuralCommandThatIsNotDecidedInTimeIsPendingAndIsDecidedOnce() {
        var key = UUID.randomUUID().toString();
        link.delay(Duration.ofMillis(700));

        var answer = createServer(key);
        assertThat(answer).isEqualTo(new Answer(503, "urn:webchat:problem:outcome-pending", true));

        link.delay(Duration.ZERO);
        await().atMost(Duration.ofSeconds(60)).until(() -> createServer(key).status() == 201);
        var id = commands().createServer(ada, key).serverId();
        var created = new LogReader(instance.bean(LogClients.class))
                .read(
                        Topic.STRUCTURE,
                        record -> new String(record.value(), UTF_8).contains("\"Rocket club\"")
                                && new String(record.key(), UTF_8).contains(id));
        assertThat(created).hasSize(1);
    }

    private Map<UUID, Answer> atOnce(List<UUID> ids) throws Exception {
        var answers = new LinkedHashMap<UUID, Answer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = executor.invokeAll(
                    ids.stream().map(id -> (Callable<Answer>) () -> post(id)).toList());
            for (var i = 0; i < ids.size(); i++) {
                answers.put(ids.get(i), posts.get(i).get());
            }
        }
        return answers;
    }

    private Answer post(UUID id) {
        return answer("/api/channels/" + channel + "/messages", "unused", Map.of("messageId", id, "content", "Hello"));
    }

    private Answer createServer(String key) {
        return answer("/api/servers", key, Map.of("name", "Rocket club"));
    }

    private Answer answer(String path, String key, Map<String, ?> body) {
        var answer = commands().post(ada, path, key, body).returnResult(Map.class);
        var problem = answer.getResponseBody();
        return new Answer(
                answer.getStatus().value(),
                problem == null ? "" : String.valueOf(problem.get("type")),
                answer.getResponseHeaders().containsHeader("Retry-After"));
    }

    /** The ids of the messages of the channel, once for each that readers know: the first record of an id. */
    private List<UUID> postedFirst() {
        return new LogReader(instance.bean(LogClients.class))
                        .read(
                                Topic.MESSAGES,
                                record -> MessageRecords.isPosted(record)
                                        && MessageRecords.messageOf(record).startsWith(channel))
                        .stream()
                        .map(record ->
                                UUID.fromString(MessageRecords.messageOf(record).split("/", 2)[1]))
                        .distinct()
                        .toList();
    }

    private static Commands commands() {
        return Commands.at(instance.port());
    }
}
