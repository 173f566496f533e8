package io.webchat.command.structure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.Commands.CreatedServer;
import io.webchat.command.LogReader;
import io.webchat.log.Envelope;
import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What holds although several instances take commands and share the partitions of the writers. */
class TwoWritersTest {
    private static final ServiceInstance FIRST = ServiceInstance.start(CommandServiceApplication.class);
    private static final ServiceInstance SECOND = ServiceInstance.start(CommandServiceApplication.class);

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    @Test
    void oneCommandAtBothInstancesAtOnceHappensOnce() throws Exception {
        var ada = FIRST.user();
        var created = new ArrayList<String>();
        for (var round = 0; round < 10; round++) {
            var key = UUID.randomUUID().toString();
            var answers = both(commands -> commands.createServer(ada, key));

            assertThat(answers)
                    .extracting(CreatedServer::serverId)
                    .containsOnly(answers.getFirst().serverId());
            assertThat(answers)
                    .extracting(CreatedServer::generalChannelId)
                    .containsOnly(answers.getFirst().generalChannelId());
            created.add(answers.getFirst().serverId());
        }
        assertThat(factsPerServer()).containsAllEntriesOf(threeEach(created));
    }

    @Test
    void whatOneInstanceAnsweredHoldsAtTheOtherForWhoSendsTheToken() {
        var ada = FIRST.user();
        var server = first().createServer(ada);
        var message = Map.of("messageId", Ids.fresh(), "content", "Hello");

        assertThat(onceItKnows(() -> second().http()
                        .post()
                        .uri("/api/channels/{channel}/messages", server.generalChannelId())
                        .header("Authorization", ada.bearer())
                        .header(ConsistencyTokens.HEADER, server.token())
                        .body(message)
                        .exchange()))
                .isEqualTo(201);
    }

    @Test
    void anInviteWorksAtTheOtherInstanceAtOnce() {
        var ada = FIRST.user();
        var code = first().createInvite(ada, first().createServer(ada).serverId());

        var joiner = SECOND.user();
        assertThat(onceItKnows(() -> second().join(joiner, code))).isEqualTo(200);
    }

    @Test
    void anInviteThatIsNotKnownToAnInstanceThatIsBehindMayBeSoonSoItSaysThat() throws Exception {
        var code = Ids.fresh().toString().substring(20);
        try (var held = HeldReplica.of(SECOND.bean(StructureReplica.class))) {
            first().createServer(FIRST.user());
            held.awaitHeld();

            second().join(SECOND.user(), code)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:replica-behind");
        }
    }

    @Test
    void aSingleUseInviteRacedByAHundredAdmitsOne() throws Exception {
        var ada = FIRST.user();
        var server = first().createServer(ada).serverId();
        var invite = first().post(
                        ada,
                        "/api/servers/" + server + "/invites",
                        UUID.randomUUID().toString(),
                        Map.of("maxUses", 1))
                .expectStatus()
                .isCreated()
                .returnResult(Map.class)
                .getResponseBody();
        var code = String.valueOf(Objects.requireNonNull(invite).get("code"));
        assertThat(SECOND.bean(StructureReplica.class).tail().awaitCurrent(Duration.ofSeconds(30)))
                .isTrue();
        var statuses = new ArrayList<Future<Integer>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 100; i++) {
                var joiner = FIRST.user();
                var at = i % 2 == 0 ? first() : second();
                statuses.add(executor.submit(() -> at.join(joiner, code)
                        .returnResult(String.class)
                        .getStatus()
                        .value()));
            }
        }
        var answers = new ArrayList<Integer>();
        for (var status : statuses) {
            answers.add(status.get());
        }
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 410).hasSize(99);
    }

    @Test
    void everyCommandIsDecidedOnceWhileAnInstanceComesAndGoes() throws Exception {
        var ada = FIRST.user();
        var created = new ArrayList<Future<CreatedServer>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try (var third = ServiceInstance.start(CommandServiceApplication.class)) {
                IntStream.range(0, 30).forEach(i -> created.add(executor.submit(() -> create(first(), ada))));
                assertThat(create(Commands.at(third.port()), ada).serverId()).isNotNull();
            }
            IntStream.range(0, 30).forEach(i -> created.add(executor.submit(() -> create(first(), ada))));
        }
        var servers =
                created.stream().map(server -> server.resultNow().serverId()).toList();
        assertThat(factsPerServer()).containsAllEntriesOf(threeEach(servers));
        var outcomes = new HashMap<String, Integer>();
        reader().read(Topic.STRUCTURE_OUTCOMES, record -> true)
                .forEach(record -> outcomes.merge(
                        Envelope.read(record.headers(), Envelope.COMMAND_ID).orElseThrow(), 1, Integer::sum));
        assertThat(outcomes.values()).containsOnly(1);
    }

    /** While partitions go from one instance to another, an answer may take longer than the service waits for it. */
    private static CreatedServer create(Commands instance, TestUser user) {
        var key = UUID.randomUUID().toString();
        var created = new CompletableFuture<CreatedServer>();
        await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> created.complete(instance.createServer(user, key)));
        return created.join();
    }

    /** The status of an answer other than that the instance cannot tell yet (503). */
    private static int onceItKnows(Supplier<ResponseSpec> request) {
        return await().pollDelay(Duration.ZERO)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> request.get()
                                .returnResult(String.class)
                                .getStatus()
                                .value(),
                        status -> status != 503);
    }

    private interface Command {
        CreatedServer at(Commands instance);
    }

    private static List<CreatedServer> both(Command command) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = executor.submit((Callable<CreatedServer>) () -> command.at(first()));
            var second = executor.submit((Callable<CreatedServer>) () -> command.at(second()));
            return List.of(first.get(), second.get());
        }
    }

    /** A server is created by three facts. */
    private static Map<String, Long> threeEach(List<String> servers) {
        return servers.stream().collect(Collectors.toMap(Function.identity(), server -> 3L));
    }

    private static Map<String, Long> factsPerServer() {
        return reader().read(Topic.STRUCTURE, record -> true).stream()
                .map(record -> new String(record.key(), UTF_8))
                .collect(Collectors.groupingBy(key -> key.substring(0, key.indexOf('/')), Collectors.counting()));
    }

    private static Commands first() {
        return Commands.at(FIRST.port());
    }

    private static Commands second() {
        return Commands.at(SECOND.port());
    }

    private static LogReader reader() {
        return new LogReader(FIRST.bean(LogClients.class));
    }
}
