package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.Commands.CreatedServer;
import io.webchat.log.Ids;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
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
    private static final ServiceInstance FIRST = ServiceInstance.start(CommandServiceApplication.class);
    private static final ServiceInstance SECOND = ServiceInstance.start(CommandServiceApplication.class);

    private final TestUser ada = FIRST.user();
    private final TestUser ben = FIRST.user();
    private CreatedServer server;
    private String token;

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

    private record Said(int status, Map<?, ?> body) {}

    private Said post(ServiceInstance instance, TestUser author, UUID id, String content) {
        var answer = at(instance)
                .http()
                .post()
                .uri("/api/channels/{channel}/messages", server.generalChannelId())
                .header("Authorization", author.bearer())
                .header(ConsistencyTokens.HEADER, author == ben ? token : server.token())
                .body(Map.of("messageId", id, "content", content))
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
