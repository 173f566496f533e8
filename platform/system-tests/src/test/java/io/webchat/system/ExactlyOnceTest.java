package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.client.HistoryMessage;
import io.webchat.client.Ids;
import io.webchat.client.PostedMessage;
import io.webchat.client.WebChatClient;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One command under one id happens once, however often, wherever and however concurrently it is sent. */
@NeedsStack
class ExactlyOnceTest {
    private static final int ATTEMPTS = 8;

    private final Person ada = Person.register("ada");
    private final Person bo = Person.register("bo");

    @Test
    void aSendThatIsRetriedAtEveryInstanceIsOneMessage() throws Exception {
        var room = Room.of(ada, bo);
        var received = new ReceivedMessages();
        try (var connection = bo.client().connect(received)) {
            connection.caughtUp().get(10, TimeUnit.SECONDS);
            var expected = new ArrayList<UUID>();
            for (var i = 0; i < 5; i++) {
                var messageId = Ids.fresh();
                expected.add(messageId);
                for (var instance : everyCommandInstance()) {
                    instance.post(room.channelId(), messageId, "once");
                    instance.post(room.channelId(), messageId, "once");
                }
            }
            onlyThese(expected, room, received);
        }
    }

    @Test
    void concurrentSendsUnderOneIdAreOneMessageAndTheFirstInTheLogCounts() throws Exception {
        var room = Room.of(ada, bo);
        var received = new ReceivedMessages();
        try (var connection = bo.client().connect(received)) {
            connection.caughtUp().get(10, TimeUnit.SECONDS);
            var expected = new ArrayList<UUID>();
            for (var i = 0; i < 10; i++) {
                var messageId = Ids.fresh();
                expected.add(messageId);
                atOnce(client -> client.post(
                        room.channelId(),
                        messageId,
                        "from " + client.endpoints().commands()));
            }
            onlyThese(expected, room, received);
            assertThat(received.in(room.channelId()))
                    .extracting(PostedMessage::content)
                    .isEqualTo(ada.client().history(room.channelId()).stream()
                            .map(HistoryMessage::content)
                            .toList());
        }
    }

    @Test
    void structuralCommandsUnderOneKeyHappenOnceEvenConcurrentlyAtDifferentInstances() throws Exception {
        var serverKey = Ids.fresh().toString();
        var servers = atOnce(client -> client.createServer("Once", serverKey));
        assertThat(new HashSet<>(servers)).hasSize(1);
        assertThat(ada.client().servers()).hasSize(1);

        var serverId = servers.getFirst().serverId();
        var inviteKey = Ids.fresh().toString();
        var invites = atOnce(client -> client.createInvite(serverId, inviteKey));
        assertThat(new HashSet<>(invites)).hasSize(1);

        var code = invites.getFirst().code();
        var joinKey = Ids.fresh().toString();
        atOnce(bo, client -> client.join(code, joinKey));
        assertThat(bo.client().server(serverId).memberCount()).isEqualTo(2);
    }

    @Test
    void joiningAtOnceUnderManyKeysMakesOneMember() throws Exception {
        var room = Room.of(ada);
        var code = ada.client().createInvite(room.serverId()).code();

        atOnce(bo, client -> client.join(code));

        assertThat(bo.client().server(room.serverId()).memberCount()).isEqualTo(2);
    }

    private void onlyThese(List<UUID> expected, Room room, ReceivedMessages received) throws Exception {
        // Whatever the retries brought about is before this one in the channel's partition.
        var last = ada.client().post(room.channelId(), Ids.fresh(), "last").messageId();
        received.arrival(last).get(10, TimeUnit.SECONDS);
        expected.add(last);

        assertThat(room.historyOf(ada)).isEqualTo(expected);
        assertThat(received.in(room.channelId()))
                .extracting(PostedMessage::messageId)
                .isEqualTo(expected);
    }

    private List<WebChatClient> everyCommandInstance() {
        return everyCommandInstance(ada);
    }

    private static List<WebChatClient> everyCommandInstance(Person person) {
        return Stack.instances("command").stream()
                .map(instance -> person.client().at(Stack.endpoints().withCommands(instance)))
                .toList();
    }

    private <T> List<T> atOnce(Function<WebChatClient, T> command) throws Exception {
        return atOnce(ada, command);
    }

    private static <T> List<T> atOnce(Person person, Function<WebChatClient, T> command) throws Exception {
        var instances = everyCommandInstance(person);
        var attempts = new ArrayList<Callable<T>>();
        for (var i = 0; i < ATTEMPTS; i++) {
            var client = instances.get(i % instances.size());
            attempts.add(() -> command.apply(client));
        }
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> result : threads.invokeAll(attempts)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
