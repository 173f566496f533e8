package io.webchat.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Ids;
import io.webchat.client.PostedMessage;
import io.webchat.client.gateway.GatewayFollower;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each process is killed in turn, as by {@code kill -9}, under two connected clients and a writer who does not give up.
 */
@NeedsStack
@Order(Integer.MAX_VALUE)
class KilledProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<UUID> posted = new ArrayList<>();
    private final ReceivedMessages adaReceived = new ReceivedMessages();
    private final ReceivedMessages boReceived = new ReceivedMessages();
    private Person ada;
    private Person bo;
    private Room room;
    private GatewayFollower adaFollows;
    private GatewayFollower boFollows;

    @BeforeEach
    void connectTwoClients() {
        Assumptions.assumeTrue(Stack.hasLauncher(), "needs -Dwebchat.launcher, to know which processes there are");
        ada = Person.register("ada");
        bo = Person.register("bo");
        room = Room.of(ada, bo);
        adaFollows = ada.client().follow(adaReceived);
        boFollows = bo.client().follow(boReceived);
        await().atMost(PATIENCE).until(() -> adaFollows.isLive() && boFollows.isLive());
    }

    @AfterEach
    void disconnect() {
        if (adaFollows != null) {
            adaFollows.close();
            boFollows.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"auth-1", "command-1", "projection-1", "push-1", "web", "redis", "mongo", "kafka"})
    void theNextMessageArrivesExactlyOnceAndTheProcessComesBack(String name) throws Exception {
        postAndSee("before");
        var before = Stack.status().process(name);

        kill(before.pid());
        postAndSee("while " + name + " is gone");

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var status = Stack.status();
            assertThat(status.process(name).restarts()).isEqualTo(before.restarts() + 1);
            assertThat(status.process(name).pid()).isNotIn(0L, before.pid());
            assertThat(status.healthy()).as("healthy: %s", status).isTrue();
        });
        postAndSee("after");
        everythingIsThereOnce();
    }

    private void postAndSee(String content) throws Exception {
        var messageId = Ids.fresh();
        posted.add(messageId);
        ada.client().post(room.channelId(), messageId, content);
        adaReceived.arrival(messageId).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        boReceived.arrival(messageId).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void everythingIsThereOnce() {
        assertThat(room.historyOf(ada)).isEqualTo(posted);
        for (var received : List.of(adaReceived, boReceived)) {
            assertThat(received.in(room.channelId()))
                    .extracting(PostedMessage::messageId)
                    .isEqualTo(posted);
            assertThat(received.ignored()).isEmpty();
            assertThat(received.resets()).isEmpty();
        }
    }

    /** SIGKILL: no time to say goodbye. */
    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
