package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.Commands.CreatedServer;
import io.webchat.command.attachment.Files;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.log.Ids;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message id means one message at every instance, whoever uses it and however often. */
class RepeatedMessageTest {
    private static final String DATABASE = "repeated-" + Ids.fresh();
    private static final ServiceInstance FIRST = start();
    private static final ServiceInstance SECOND = start();

    private final TestUser ada = FIRST.user();
    private final TestUser ben = FIRST.user();
    private CreatedServer server;
    private String token;

    private static ServiceInstance start() {
        return ServiceInstance.start(CommandServiceApplication.class, "MONGO_DATABASE=" + DATABASE);
    }

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    @BeforeEach
    void aServerWithTwoMembers() {
        server = at(FIRST).createServer(ada);
        var joined = at(FIRST).join(ben, at(FIRST).createInvite(ada, server.serverId()));
        token = joined.expectStatus()
                .isOk()
                .returnResult(Map.class)
                .getResponseHeaders()
                .getFirst(ConsistencyTokens.HEADER);
    }

    @Test
    void theOtherInstanceAnswersAsTheFirstDid() {
        var id = Ids.fresh();
        var first = post(FIRST, ada, id, "Hello");

        assertThat(first.status()).isEqualTo(201);
        assertThat(post(SECOND, ada, id, "Hello")).isEqualTo(first);
        assertThat(post(SECOND, ada, id, "Something else"))
                .as("what counts is what was said first")
                .isEqualTo(first);
    }

    @Test
    void nobodyTakesAnothersIdAtTheOtherInstance() {
        var id = Ids.fresh();
        assertThat(post(FIRST, ada, id, "Hello").status()).isEqualTo(201);

        assertThat(post(SECOND, ben, id, "Hello").status()).isEqualTo(409);
        assertThat(post(FIRST, ben, id, "Hello").status()).isEqualTo(409);
    }

    @Test
    void ofTwoWhoUseOneIdAtOnceOneIsRefused() throws Exception {
        for (var round = 0; round < 20; round++) {
            var id = Ids.fresh();

            var answers = atOnce(List.of(() -> post(FIRST, ada, id, "Ada"), () -> post(SECOND, ben, id, "Ben")));

            assertThat(answers).extracting(Said::status).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void whatIsSentToBothAtOnceHasOneAnswer() throws Exception {
        for (var round = 0; round < 20; round++) {
            var id = Ids.fresh();

            var answers = atOnce(List.of(() -> post(FIRST, ada, id, "one"), () -> post(SECOND, ada, id, "two")));

            assertThat(answers.getFirst().status()).isEqualTo(201);
            assertThat(answers.getLast()).isEqualTo(answers.getFirst());
        }
    }

    /** The one that comes late finds its own message among those that its author has to wait after. */
    @Test
    void inSlowModeAsWellAndWithItsFiles() throws Exception {
        for (var round = 0; round < 10; round++) {
            var channel = slowChannel(round);
            var file = upload(ben, channel);
            var id = Ids.fresh();

            var answers = atOnce(List.of(
                    () -> post(FIRST, ben, channel, id, "Hello", List.of(file)),
                    () -> post(SECOND, ben, channel, id, "Hello", List.of(file))));

            assertThat(answers.getFirst().status()).isEqualTo(201);
            assertThat(answers.getLast()).isEqualTo(answers.getFirst());
            assertThat(post(FIRST, ben, channel, Ids.fresh(), "Again", List.of(file))
                            .status())
                    .as("a file of another message")
                    .isEqualTo(404);
            assertThat(post(FIRST, ben, channel, Ids.fresh(), "Again", List.of())
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void whoComesLateWithAnIdHasTheirFilesBack() throws Exception {
        var channel = server.generalChannelId();
        for (var round = 0; round < 10; round++) {
            var id = Ids.fresh();
            var adas = upload(ada, channel);
            var bens = upload(ben, channel);

            var answers = atOnce(List.of(
                    () -> post(FIRST, ada, channel, id, "Ada", List.of(adas)),
                    () -> post(SECOND, ben, channel, id, "Ben", List.of(bens))));

            assertThat(answers).extracting(Said::status).containsExactlyInAnyOrder(201, 409);
            var adaWon = answers.getFirst().status() == 201;
            assertThat(post(FIRST, ada, channel, Ids.fresh(), "Another", List.of(adas))
                            .status())
                    .isEqualTo(adaWon ? 404 : 201);
            assertThat(post(FIRST, ben, channel, Ids.fresh(), "Another", List.of(bens))
                            .status())
                    .isEqualTo(adaWon ? 201 : 404);
        }
    }

    private UUID upload(TestUser author, String channel) {
        return new Files(at(FIRST)).uploaded(author, channel, Files.noise(100));
    }

    /** Ben knows of it, by his token. */
    private String slowChannel(int round) {
        var channel = String.valueOf(at(FIRST)
                .post(
                        ada,
                        "/api/servers/" + server.serverId() + "/channels",
                        Ids.fresh().toString(),
                        Map.of("name", "slow " + round))
                .expectStatus()
                .isCreated()
                .returnResult(Map.class)
                .getResponseBody()
                .get("channelId"));
        put(ada, "/api/channels/" + channel + "/slow-mode", Map.of("seconds", 30));
        // What is decided for a server after this knows of it.
        token = put(
                ben,
                "/api/servers/" + server.serverId() + "/members/" + ben.id() + "/nickname",
                Map.of("nickname", "Ben " + round));
        return channel;
    }

    private static String put(TestUser author, String path, Map<String, ?> body) {
        return at(FIRST)
                .http()
                .put()
                .uri(path)
                .header("Authorization", author.bearer())
                .header(IdempotencyKey.HEADER, Ids.fresh().toString())
                .body(body)
                .exchange()
                .expectStatus()
                .isNoContent()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst(ConsistencyTokens.HEADER);
    }

    private record Said(int status, Map<?, ?> body) {}

    private Said post(ServiceInstance instance, TestUser author, UUID id, String content) {
        return post(instance, author, server.generalChannelId(), id, content, List.of());
    }

    /** As a client does it: what cannot be told yet is asked again under the same id. */
    private Said post(
            ServiceInstance instance, TestUser author, String channel, UUID id, String content, List<UUID> files) {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(() -> postOnce(instance, author, channel, id, content, files), said -> said.status() != 503);
    }

    private Said postOnce(
            ServiceInstance instance, TestUser author, String channel, UUID id, String content, List<UUID> files) {
        var answer = at(instance)
                .http()
                .post()
                .uri("/api/channels/{channel}/messages", channel)
                .header("Authorization", author.bearer())
                .header(ConsistencyTokens.HEADER, author == ben ? token : server.token())
                .body(Map.of("messageId", id, "content", content, "attachmentIds", files))
                .exchange()
                .returnResult(Map.class);
        var body = answer.getResponseBody();
        return new Said(
                answer.getStatus().value(), answer.getStatus().value() == 201 && body != null ? body : Map.of());
    }

    private static List<Said> atOnce(List<Callable<Said>> sends) throws Exception {
        var answers = new ArrayList<Said>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : executor.invokeAll(sends)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static Commands at(ServiceInstance instance) {
        return Commands.at(instance.port());
    }
}
