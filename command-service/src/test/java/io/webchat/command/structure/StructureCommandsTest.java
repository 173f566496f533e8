package io.webchat.command.structure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationCommand;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.LogClients;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class StructureCommandsTest {
    private final Commands commands;
    private final StructureCommands structure;
    private final LogReader log;
    private final TestUser ada;
    private final TestUser ben;

    @Autowired
    StructureCommandsTest(RestTestClient http, StructureCommands structure, LogClients clients, AccessTokens tokens) {
        commands = new Commands(http);
        this.structure = structure;
        log = new LogReader(clients);
        ada = TestUser.loggedIn(tokens);
        ben = TestUser.loggedIn(tokens);
    }

    @Test
    void aServerIsMadeWithItsOwnerAndItsGeneralChannel() {
        var server = commands.createServer(ada);

        assertThat(typesOf(server.serverId()))
                .containsExactly("webchat.server.created.v1", "webchat.member.joined.v1", "webchat.channel.created.v1");
    }

    @Test
    void aRepeatedCommandHasTheFirstOutcomeAndHappensOnce() {
        var key = UUID.randomUUID().toString();
        var first = commands.createServer(ada, key);
        var second = commands.createServer(ada, key);

        assertThat(second.serverId()).isEqualTo(first.serverId());
        assertThat(second.generalChannelId()).isEqualTo(first.generalChannelId());
        assertThat(typesOf(first.serverId())).hasSize(3);

        assertThat(commands.createInvite(ada, first.serverId(), key))
                .isEqualTo(commands.createInvite(ada, first.serverId(), key));
        assertThat(typesOf(first.serverId())).hasSize(4);
    }

    @Test
    void aKeyThatIsTooOldToBeRememberedIsRefusedAndChangesNothing() {
        var server = commands.createServer(ada);
        var old = key(Instant.now().minus(Duration.ofDays(2)));
        var path = "/api/servers/" + server.serverId() + "/invites";

        for (var i = 0; i < 2; i++) {
            commands.post(ada, path, old, Map.of())
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:idempotency-key-expired");
        }

        assertThat(typesOf(server.serverId())).hasSize(3);
        commands.createInvite(ada, server.serverId(), key(Instant.now()));
        assertThat(typesOf(server.serverId())).hasSize(4);
    }

    private static String key(Instant madeAt) {
        return Commands.idMadeAt(madeAt).toString();
    }

    @Test
    void twoUsersMayChooseTheSameKey() {
        var key = UUID.randomUUID().toString();

        assertThat(commands.createServer(ada, key).serverId())
                .isNotEqualTo(commands.createServer(ben, key).serverId());
    }

    @Test
    void whoHasAnInviteJoinsAndJoiningAgainChangesNothing() {
        var server = commands.createServer(ada);
        var code = commands.createInvite(ada, server.serverId());

        for (var i = 0; i < 2; i++) {
            commands.join(ben, code)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.serverId")
                    .isEqualTo(server.serverId());
        }

        assertThat(typesOf(server.serverId()))
                .containsExactly(
                        "webchat.server.created.v1",
                        "webchat.member.joined.v1",
                        "webchat.channel.created.v1",
                        "webchat.invite.created.v1",
                        "webchat.member.joined.v1");
    }

    @Test
    void anInviteThatDoesNotExistIsUnknown() {
        for (var code : List.of("AAAAAAAAAAAAAAAA", "short")) {
            commands.join(ben, code)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:unknown-invite");
        }
    }

    @Test
    void aStrangerCannotInvite() {
        var server = commands.createServer(ada);

        commands.post(ben, "/api/servers/" + server.serverId() + "/invites", "key", Map.of())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:unknown-server");
        assertThat(typesOf(server.serverId())).hasSize(3);
    }

    /** A group in which somebody is twice is a mistake of whoever makes the command; no request comes to it. */
    @Test
    void aCommandThatBreaksItsDeciderFailsOnceAndForAllAndTheNextOneIsDecided() {
        var caller = new Caller(ada.id(), new IdempotencyKey(UUID.randomUUID().toString()), ConsistencyToken.EMPTY);

        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(() -> structure.execute(caller, "start-group", "", this::groupWithBenTwice))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.COMMAND_FAILED));
        }

        assertThat(commands.createServer(ada).serverId()).isNotNull();
    }

    private StructureCommand groupWithBenTwice(StructureCommands.Request request) {
        return new ConversationCommand.StartGroup(
                new ServerId(request.made()),
                new ChannelId(Ids.fresh()),
                List.of(ben.id(), ben.id()),
                null,
                request.actor(),
                request.at());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("name", Map.of()),
                Arguments.of("name", Map.of("name", "")),
                Arguments.of("name", Map.of("name", "   ")),
                Arguments.of("name", Map.of("name", "\u200b\u00a0")),
                Arguments.of("name", Map.of("name", "Rocket\nclub")),
                Arguments.of("name", Map.of("name", "x".repeat(101))),
                Arguments.of("name", Map.of("name", 7)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultyServerNamesItsField(String field, Map<String, Object> body) {
        commands.post(ada, "/api/servers", UUID.randomUUID().toString(), body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void aCommandWithoutAKeyOrWithAnImpossibleOneNamesTheHeader() {
        commands.http()
                .post()
                .uri("/api/servers")
                .header("Authorization", ada.bearer())
                .body(Map.of("name", "Rocket club"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
        commands.post(ada, "/api/servers", "x".repeat(129), Map.of("name", "Rocket club"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void nobodyCommandsWithoutAnAccessToken() {
        commands.http()
                .post()
                .uri("/api/servers")
                .header("Idempotency-Key", "key")
                .body(Map.of("name", "Rocket club"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private List<String> typesOf(String serverId) {
        return log.read(Topic.STRUCTURE, record -> new String(record.key(), UTF_8).startsWith(serverId)).stream()
                .map(record -> WireCodec.STRUCTURE.typeOf(WireCodec.STRUCTURE.decode(record)))
                .toList();
    }
}
