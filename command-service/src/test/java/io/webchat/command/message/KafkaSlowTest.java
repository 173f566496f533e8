package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.log.Ids;
import io.webchat.log.MessageRecords;
import io.webchat.log.Topic;
import io.webchat.standalone.engine.EmbeddedKafka;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.SlowLink;
import io.webchat.test.TestUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
                "webchat.log.request-timeout=1s",
                "webchat.log.delivery-timeout=2s",
                "webchat.structure-writer.outcome-wait=500ms");
    }

    @AfterAll
    static void stop() {
        instance.close();
        kafka.close();
        link.close();
    }

    @BeforeEach
    void aChannel() {
        var key = UUID.randomUUID().toString();
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(() -> createServer(key).status() == 201);
        channel = commands().createServer(ada, key).generalChannelId();
    }

    @AfterEach
    void asFastAsEver() {
        link.delay(Duration.ZERO);
    }

    @Test
    void whatIsNotKnownInTimeIsRefusedInTimeAndIsThereInTheEnd() throws Exception {
        link.delay(Duration.ofMinutes(5));
        var ids = fresh(20);

        expectAllRefusedInTime(ids);

        link.delay(Duration.ZERO);
        ids.forEach(this::postUntilItIsThere);
        assertThat(posted()).containsAll(ids);
    }

    /** They wait for each other, but no longer than a request may take. */
    @Test
    void repetitionsThatComeAtOnceAreRefusedInTimeToo() throws Exception {
        link.delay(Duration.ofMinutes(5));

        expectAllRefusedInTime(Collections.nCopies(8, Ids.fresh()));
    }

    /** Slow, and slower than anybody waits, by turns. */
    @Test
    void whatWasAcknowledgedIsThereAndWhatIsKnownIsNotAppendedAgain() throws Exception {
        var ids = fresh(60);
        var acknowledged = new ArrayList<UUID>();
        for (var turn = 0; turn < 3; turn++) {
            link.delay(Duration.ofMillis(turn == 1 ? 1_500 : 150));
            var sent = ids.subList(20 * turn, 20 * turn + 20);
            var answers = atOnce(sent);
            assertThat(answers).extracting(Answer::status).containsOnly(turn == 1 ? 503 : 201);
            if (turn != 1) {
                acknowledged.addAll(sent);
            }
        }
        link.delay(Duration.ZERO);
        assertThat(posted()).containsAll(acknowledged);

        ids.forEach(this::postUntilItIsThere);
        var records = posted();
        ids.forEach(this::postUntilItIsThere);
        assertThat(posted()).isEqualTo(records).containsAll(ids);
    }

    @Test
    void aStructuralCommandThatIsNotDecidedInTimeIsPendingAndIsDecidedOnce() {
        var key = UUID.randomUUID().toString();
        link.delay(Duration.ofMillis(200));

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

    private void expectAllRefusedInTime(List<UUID> ids) throws Exception {
        var begun = System.nanoTime();
        var answers = atOnce(ids);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(REQUEST_TIMEOUT);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .isIn(
                                new Answer(503, "urn:webchat:problem:log-unavailable", true),
                                new Answer(503, "urn:webchat:problem:replica-behind", true)));
    }

    private List<Answer> atOnce(List<UUID> ids) throws Exception {
        var answers = new ArrayList<Answer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = executor.invokeAll(
                    ids.stream().map(id -> (Callable<Answer>) () -> post(id)).toList());
            for (var post : posts) {
                answers.add(post.get());
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

    private void postUntilItIsThere(UUID id) {
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> post(id).status() == 201);
    }

    private static List<UUID> fresh(int count) {
        return IntStream.range(0, count).mapToObj(i -> Ids.fresh()).toList();
    }

    /** The messages of the channel that the log has, one for each record. */
    private List<UUID> posted() {
        return new LogReader(instance.bean(LogClients.class))
                        .read(
                                Topic.MESSAGES,
                                record -> MessageRecords.isPosted(record)
                                        && MessageRecords.messageOf(record).startsWith(channel))
                        .stream()
                        .map(record ->
                                UUID.fromString(MessageRecords.messageOf(record).split("/", 2)[1]))
                        .toList();
    }

    private static Commands commands() {
        return Commands.at(instance.port());
    }
}
