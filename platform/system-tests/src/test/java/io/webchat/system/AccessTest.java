package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.client.Ids;
import io.webchat.client.gateway.GatewayClosedException;
import io.webchat.client.gateway.GatewayConnection;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody may see and do: nothing of servers that they are not a member of, and nothing that operators look at.
 */
@NeedsStack
class AccessTest {
    private final Person ada = Person.register("ada");
    private final Person stranger = Person.register("stranger");

    @Test
    void whatDoesNotExistIsNotFound() {
        nothingIsThere(ada, new Room(UUID.randomUUID(), UUID.randomUUID()));
        assertThat(Ask.get("/api/invites/made-up").answer().outcome()).isEqualTo("404 unknown-invite");
        assertThat(Ask.post("/api/invites/made-up/join")
                        .as(ada)
                        .with("Idempotency-Key", "k")
                        .json("{}")
                        .answer()
                        .outcome())
                .isEqualTo("404 unknown-invite");
    }

    @Test
    void otherPeoplesServersLookAsIfTheyDidNotExist() {
        var room = Room.of(ada);
        assertThat(room.historyOf(ada)).as("its owner sees it").isEmpty();

        nothingIsThere(stranger, room);
        assertThat(stranger.client().servers()).isEmpty();
    }

    @Test
    void nothingThatIsSaidAmongOthersReachesASocket() throws Exception {
        var room = Room.of(ada);
        var own = Room.of(stranger);
        var received = new ReceivedMessages();
        try (var connection = stranger.client().connect(received)) {
            connection.caughtUp().get(10, TimeUnit.SECONDS);
            ada.client().post(room.channelId(), Ids.fresh(), "a secret");
            var mine = stranger.client().post(own.channelId(), Ids.fresh(), "to myself");
            received.arrival(mine.messageId()).get(10, TimeUnit.SECONDS);

            assertThat(received.all()).containsExactly(mine);
        }
    }

    @Test
    void theSocketTurnsAwayAForgedToken() {
        var connection = GatewayConnection.identify(
                Stack.http(), Stack.endpoints().gateway(), "made.up.token", new ReceivedMessages());

        assertThat(connection.ready())
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        GatewayClosedException.class,
                        e -> assertThat(e.close().code()).isEqualTo(4004));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/info",
                "/api/actuator/health",
                "/api/auth/actuator/health",
                "/api/../actuator/health",
                "/api/auth/%2e%2e/%2e%2e/actuator/health",
                "//actuator/health",
                "/ws/../actuator/health"
            })
    void managementEndpointsAreNotReachableThroughTheGateway(String path) {
        var answer = Ask.get(path).as(ada).answer();

        assertThat(answer.status()).isBetween(300, 499);
        assertThat(answer.body()).doesNotContain("\"status\":\"UP\"").doesNotContain("jvm_memory");
    }

    private static void nothingIsThere(Person person, Room room) {
        var server = "/api/servers/" + room.serverId();
        var channel = "/api/channels/" + room.channelId() + "/messages";
        assertThat(Ask.get(server).as(person).answer().outcome()).isEqualTo("404 unknown-server");
        assertThat(Ask.get(server + "/members").as(person).answer().outcome()).isEqualTo("404 unknown-server");
        assertThat(Ask.get(channel).as(person).answer().outcome()).isEqualTo("404 unknown-channel");
        assertThat(invite(person, server).outcome()).isEqualTo("404 unknown-server");
        assertThat(Ask.post(channel)
                        .as(person)
                        .json("{'messageId':'%s','content':'hi'}".formatted(Ids.fresh()))
                        .answer()
                        .outcome())
                .isEqualTo("404 unknown-channel");
    }

    private static Answer invite(Person person, String server) {
        return Ask.post(server + "/invites")
                .as(person)
                .with("Idempotency-Key", "k")
                .json("{}")
                .answer();
    }
}
