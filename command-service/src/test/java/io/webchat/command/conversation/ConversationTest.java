package io.webchat.command.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.command.structure.HeldReplica;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Direct conversations, as HTTP, at two instances. */
class ConversationTest {
    private static final ServiceInstance FIRST = ServiceInstance.start(CommandServiceApplication.class);
    private static final ServiceInstance SECOND = ServiceInstance.start(CommandServiceApplication.class);

    private final Commands commands = Commands.at(FIRST.port());
    private final Commands elsewhere = Commands.at(SECOND.port());
    private final TestUser ada = FIRST.user();
    private final TestUser ben = FIRST.user();
    private final TestUser cleo = FIRST.user();
    private final TestUser stranger = FIRST.user();
    private String server = "";

    private record Opened(String serverId, String channelId) {}

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    @BeforeEach
    void adaBenAndCleoShareAServer() {
        server = commands.createServer(ada).serverId();
        var code = commands.createInvite(ada, server);
        commands.join(ben, code).expectStatus().isOk();
        commands.join(cleo, code).expectStatus().isOk();
        assertThat(SECOND.bean(StructureReplica.class).tail().awaitCurrent(Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void twoPeopleHaveOneConversationWhoeverOpensIt() {
        var adas = open(commands, ada, ben);
        var bens = open(elsewhere, ben, ada);

        assertThat(bens).isEqualTo(adas);
        assertThat(typesOf(adas)).containsExactly("webchat.conversation.pair-started.v1");
        commands.postMessage(ada, adas.channelId(), "Hello Ben").expectStatus().isCreated();
        commands.postMessage(ben, adas.channelId(), "Hello Ada").expectStatus().isCreated();
        commands.postMessage(cleo, adas.channelId(), "Hello?").expectStatus().isNotFound();
    }

    @Test
    void openedAtOnceAtTwoInstancesByBothItIsStillOne() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = executor.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i ->
                            (Callable<Opened>) () -> i % 2 == 0 ? open(commands, ada, ben) : open(elsewhere, ben, ada))
                    .toList());
            var opened = new ArrayList<Opened>();
            for (var answer : answers) {
                opened.add(answer.get());
            }

            assertThat(opened).containsOnly(opened.getFirst());
            assertThat(typesOf(opened.getFirst())).containsExactly("webchat.conversation.pair-started.v1");
        }
    }

    @Test
    void whoIsNotKnownToAnInstanceThatIsBehindMayBeSoonSoItSaysThat() throws Exception {
        try (var held = HeldReplica.of(SECOND.bean(StructureReplica.class))) {
            commands.createServer(ada);
            held.awaitHeld();

            send(
                            elsewhere,
                            HttpMethod.PUT,
                            ada,
                            with(stranger),
                            UUID.randomUUID().toString(),
                            null)
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
    void theIdsOfAPairNeverChange() {
        var one = UserId.parse("0199e0a4-0000-7000-8000-000000000001");
        var other = UserId.parse("f199e0a4-0000-7000-8000-000000000002");

        var id = ConversationIds.ofPair(one, other);
        assertThat(id).isEqualTo(ConversationIds.ofPair(other, one));
        assertThat(id).isEqualTo(ServerId.parse("0fad462e-48dc-5c0f-af7e-cb2003b658ed"));
        assertThat(ConversationIds.channelOf(id)).hasToString("60dbd193-13ca-512d-bc3b-5469c1367aff");
    }

    @Test
    void nobodyIsWrittenToByStrangersOrByThemselves() {
        refused(HttpMethod.PUT, stranger, with(ada), null, 403, "no-common-server");
        refused(HttpMethod.PUT, ada, "/api/conversations/with/" + UUID.randomUUID(), null, 403, "no-common-server");
        refused(HttpMethod.POST, ada, "/api/conversations", others(ben, stranger), 403, "no-common-server");
        send(HttpMethod.PUT, ada, with(ada), null)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("userId");
    }

    @Test
    void aConversationThatExistsOutlivesTheServerWhereItBegan() {
        var opened = open(commands, ada, ben);
        done(HttpMethod.DELETE, ada, "/api/servers/" + server, null);

        assertThat(open(commands, ben, ada)).isEqualTo(opened);
        refused(HttpMethod.PUT, ada, with(cleo), null, 403, "no-common-server");
    }

    @Test
    void nobodyLeavesAPairOrComesIntoIt() {
        var opened = open(commands, ada, ben);

        refused(
                HttpMethod.DELETE,
                ada,
                "/api/servers/" + opened.serverId() + "/members/me",
                null,
                403,
                "missing-permission");
        refused(HttpMethod.PUT, ada, member(opened, cleo), null, 403, "missing-permission");
        refused(
                HttpMethod.PUT,
                ada,
                "/api/conversations/" + server + "/members/" + ben.id(),
                null,
                404,
                "unknown-server");
    }

    /** The ids of a pair's conversation follow from theirs. */
    @Test
    void nobodyElseFindsOutWhetherTwoPeopleHaveAConversation() {
        var opened = open(commands, ada, ben);
        for (var channel : List.of(opened.channelId(), Ids.fresh().toString())) {
            var path = "/api/channels/" + channel;
            refused(HttpMethod.PUT, stranger, path + "/name", Map.of("name", "theirs"), 404, "unknown-channel");
            refused(HttpMethod.PUT, stranger, path + "/slow-mode", Map.of("seconds", 5), 404, "unknown-channel");
            refused(HttpMethod.DELETE, stranger, path, null, 404, "unknown-channel");
        }
    }

    @Test
    void aGroupIsStartedNamedJoinedAndLeft() {
        var key = UUID.randomUUID().toString();
        var group = start(key, others(ben));
        assertThat(start(key, others(ben))).as("the same again").isEqualTo(group);
        commands.postMessage(ben, group.channelId(), "Hello").expectStatus().isCreated();
        commands.postMessage(cleo, group.channelId(), "Hello?").expectStatus().isNotFound();
        refused(HttpMethod.PUT, cleo, member(group, cleo), null, 404, "unknown-server");

        done(HttpMethod.PUT, ben, member(group, cleo), null);
        done(HttpMethod.PUT, ada, member(group, cleo), null);
        commands.postMessage(cleo, group.channelId(), "Here I am")
                .expectStatus()
                .isCreated();
        refused(HttpMethod.PUT, ben, member(group, stranger), null, 403, "no-common-server");

        done(HttpMethod.PUT, cleo, "/api/servers/" + group.serverId() + "/name", Map.of("name", "Crew"));
        done(HttpMethod.DELETE, ben, "/api/servers/" + group.serverId() + "/members/me", null);
        commands.postMessage(ben, group.channelId(), "Bye").expectStatus().isNotFound();
        assertThat(typesOf(group))
                .containsExactly(
                        "webchat.conversation.group-started.v1",
                        "webchat.conversation.member-added.v1",
                        "webchat.server.renamed.v1",
                        "webchat.member.left.v1");
    }

    @Test
    void aGroupHasTwoToTenPeople() {
        var code = commands.createInvite(ada, server);
        var nine = IntStream.range(0, 9).mapToObj(i -> FIRST.user()).toArray(TestUser[]::new);
        for (var user : nine) {
            commands.join(user, code).expectStatus().isOk();
        }
        var group = start(UUID.randomUUID().toString(), others(nine));
        refused(HttpMethod.PUT, ada, member(group, ben), null, 409, "limit-reached");

        var tooMany = IntStream.range(0, 10).mapToObj(i -> UUID.randomUUID()).toList();
        for (var users : List.of(List.of(), List.of(ada.id().toString()), tooMany, List.of("x"), "x")) {
            send(HttpMethod.POST, ada, "/api/conversations", Map.of("userIds", users))
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .value(field -> assertThat(String.valueOf(field)).startsWith("userIds"));
        }
        send(
                        HttpMethod.POST,
                        ada,
                        "/api/conversations",
                        Map.of("userIds", List.of(ben.id().toString()), "name", " "))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    private static String with(TestUser user) {
        return "/api/conversations/with/" + user.id();
    }

    private static String member(Opened conversation, TestUser user) {
        return "/api/conversations/" + conversation.serverId() + "/members/" + user.id();
    }

    private static Map<String, ?> others(TestUser... users) {
        return Map.of(
                "userIds",
                List.of(users).stream().map(user -> user.id().toString()).toList());
    }

    private static Opened open(Commands at, TestUser user, TestUser other) {
        return opened(
                send(at, HttpMethod.PUT, user, with(other), UUID.randomUUID().toString(), null)
                        .expectStatus()
                        .isOk());
    }

    private Opened start(String key, Map<String, ?> body) {
        return opened(commands.post(ada, "/api/conversations", key, body)
                .expectStatus()
                .isCreated());
    }

    private static Opened opened(RestTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.returnResult(Opened.class).getResponseBody());
    }

    private void done(HttpMethod method, TestUser user, String path, Object body) {
        send(method, user, path, body).expectStatus().isNoContent();
    }

    private void refused(HttpMethod method, TestUser user, String path, Object body, int status, String type) {
        send(method, user, path, body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + type);
    }

    private RestTestClient.ResponseSpec send(HttpMethod method, TestUser user, String path, Object body) {
        return send(commands, method, user, path, UUID.randomUUID().toString(), body);
    }

    private static RestTestClient.ResponseSpec send(
            Commands at, HttpMethod method, TestUser user, String path, String key, Object body) {
        var request = at.http()
                .method(method)
                .uri(path)
                .header("Authorization", user.bearer())
                .header(IdempotencyKey.HEADER, key);
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).body(body))
                .exchange();
    }

    private static List<String> typesOf(Opened conversation) {
        var log = new LogReader(FIRST.bean(LogClients.class));
        return log
                .read(Topic.STRUCTURE, record -> new String(record.key(), UTF_8).startsWith(conversation.serverId()))
                .stream()
                .map(record -> WireCodec.STRUCTURE.typeOf(WireCodec.STRUCTURE.decode(record)))
                .toList();
    }
}
