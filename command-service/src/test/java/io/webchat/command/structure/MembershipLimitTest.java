package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.log.Ids;
import io.webchat.standalone.engine.EmbeddedKafka;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** In how many servers and groups one person may be, as HTTP. */
class MembershipLimitTest {
    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;
    private static ServiceInstance instance;

    private final Commands commands = Commands.at(instance.port());
    private final TestUser ada = instance.user();
    private final TestUser ben = instance.user();
    private final TestUser cleo = instance.user();

    /** With a Kafka of its own: of one that tests share, other writers would decide some of the commands. */
    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(folder, 0);
        instance = ServiceInstance.start(
                CommandServiceApplication.class,
                "KAFKA_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers(),
                "webchat.membership.servers=3",
                "webchat.membership.groups=1");
    }

    @AfterAll
    static void stop() {
        instance.close();
        kafka.close();
    }

    @Test
    void whoIsInAsManyServersAsMayBeMakesAndJoinsNoneUntilTheyLeaveOne() {
        var bens = commands.createServer(ben).serverId();
        var invite = commands.createInvite(ben, bens);
        var adas = IntStream.range(0, 3)
                .mapToObj(i -> commands.createServer(ada).serverId())
                .toList();

        refused(create(ada), "too-many-servers", "3 servers");
        refused(commands.join(ada, invite), "too-many-servers", "3 servers");
        commands.join(ben, invite).expectStatus().isOk();
        commands.http()
                .delete()
                .uri("/api/servers/" + adas.getFirst())
                .header("Authorization", ada.bearer())
                .header("Idempotency-Key", Ids.fresh().toString())
                .exchange()
                .expectStatus()
                .isNoContent();
        commands.join(ada, invite).expectStatus().isOk();
        refused(create(ada), "too-many-servers", "3 servers");
    }

    @Test
    void whatIsTriedAtOnceIsHeldToTheLimitToo() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = executor.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Integer>) () ->
                            create(ada).returnResult(String.class).getStatus().value())
                    .toList());

            assertThat(answers.stream().map(Future::resultNow))
                    .filteredOn(status -> status == 201)
                    .hasSize(3);
        }
    }

    @Test
    void nobodyIsBroughtIntoMoreGroupsThanTheyMayBeIn() {
        meet();
        group(ada, ben).expectStatus().isCreated();

        refused(group(ada, cleo), "too-many-groups", "1 group");
        refused(group(cleo, ben), "too-many-groups", "Somebody");
    }

    @Test
    void nobodyIsAddedToMoreGroupsThanTheyMayBeIn() {
        meet();
        var dan = instance.user();
        commands.join(dan, commands.createInvite(ada, commands.createServer(ada).serverId()))
                .expectStatus()
                .isOk();
        var group = group(ada, dan)
                .expectStatus()
                .isCreated()
                .returnResult(Map.class)
                .getResponseBody();
        group(ben, cleo).expectStatus().isCreated();

        assertThat(group).isNotNull();
        refused(
                commands.http()
                        .put()
                        .uri("/api/conversations/" + group.get("serverId") + "/members/" + ben.id())
                        .header("Authorization", ada.bearer())
                        .header("Idempotency-Key", Ids.fresh().toString())
                        .exchange(),
                "too-many-groups",
                "Somebody");
    }

    private void meet() {
        var code = commands.createInvite(ada, commands.createServer(ada).serverId());
        commands.join(ben, code).expectStatus().isOk();
        commands.join(cleo, code).expectStatus().isOk();
    }

    private ResponseSpec create(TestUser user) {
        return commands.post(user, "/api/servers", UUID.randomUUID().toString(), Map.of("name", "Rocket club"));
    }

    private ResponseSpec group(TestUser user, TestUser... others) {
        var ids = Stream.of(others).map(other -> other.id().toString()).toList();
        return commands.post(user, "/api/conversations", UUID.randomUUID().toString(), Map.of("userIds", ids));
    }

    private static void refused(ResponseSpec answer, String problem, String detail) {
        answer.expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + problem)
                .jsonPath("$.detail")
                .value(text -> assertThat(String.valueOf(text)).contains(detail));
    }
}
