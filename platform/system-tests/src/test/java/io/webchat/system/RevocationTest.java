package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Ids;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who loses the right to write is refused by every instance within a second, whatever token they send or leave out. */
@NeedsStack
class RevocationTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Person ada = Person.register("ada");
    private final Person bo = Person.register("bo");
    private final Room room = Room.of(ada, bo);

    private interface Revoke {
        Answer by(RevocationTest test);
    }

    private record Revocation(String name, Revoke revoke, String outcome) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Revocation> revocations() {
        return Stream.of(
                new Revocation(
                        "a kick",
                        test -> Ask.post(test.server() + "/members/" + test.bo.id() + "/kick")
                                .json("{}")
                                .following(test.ada),
                        "404 unknown-channel"),
                new Revocation(
                        "a ban",
                        test -> Ask.put(test.server() + "/bans/" + test.bo.id())
                                .json("{}")
                                .following(test.ada),
                        "404 unknown-channel"),
                new Revocation(
                        "a time-out",
                        test -> Ask.put(test.server() + "/members/" + test.bo.id() + "/time-out")
                                .json("{'seconds':600}")
                                .following(test.ada),
                        "403 timed-out"),
                new Revocation("a lost role", RevocationTest::takeRole, "403 missing-permission"),
                new Revocation(
                        "a deleted channel",
                        test -> Ask.delete("/api/channels/" + test.room.channelId())
                                .following(test.ada),
                        "404 unknown-channel"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("revocations")
    void everyInstanceRefusesWithinASecond(Revocation revocation) {
        if (revocation.name().equals("a lost role")) {
            onlySpeakersMayWrite();
        }
        for (var instance : Stack.instances("command")) {
            await().atMost(PATIENCE).until(() -> post(instance).status() == 201);
        }

        assertThat(revocation.revoke().by(this).status()).isIn(200, 204);

        var revoked = System.nanoTime();
        for (var instance : Stack.instances("command")) {
            // A machine that pauses may ask late; what is asked after the limit is not taken in any case.
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(PATIENCE)
                    .until(() -> {
                        var begun = System.nanoTime();
                        var answer = post(instance);
                        if (begun - revoked > LIMIT.toNanos()) {
                            assertThat(answer.status()).isNotEqualTo(201);
                        }
                        return answer.outcome().equals(revocation.outcome());
                    });
        }
    }

    private UUID speakers;

    /** Everybody may look, those with a role may write, and Bo has it. */
    private void onlySpeakersMayWrite() {
        var created = Ask.post(server() + "/roles")
                .json("{'name':'Speakers','permissions':['view-channel','send-messages']}")
                .following(ada);
        speakers = UUID.fromString(created.json().path("roleId").asString());
        assertThat(Ask.put(server() + "/roles/" + room.serverId())
                        .json("{'name':'Everyone','permissions':['view-channel']}")
                        .following(ada)
                        .status())
                .isEqualTo(204);
        assertThat(Ask.put(membership()).following(ada).status()).isEqualTo(204);
    }

    private Answer takeRole() {
        return Ask.delete(membership()).following(ada);
    }

    private String membership() {
        return server() + "/members/" + bo.id() + "/roles/" + speakers;
    }

    private String server() {
        return "/api/servers/" + room.serverId();
    }

    private Answer post(URI instance) {
        return Ask.post(instance, "/api/channels/" + room.channelId() + "/messages")
                .as(bo)
                .json("{'messageId':'%s','content':'still here'}".formatted(Ids.fresh()))
                .once();
    }
}
