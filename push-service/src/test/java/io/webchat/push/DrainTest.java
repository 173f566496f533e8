package io.webchat.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrainTest {
    @Test
    void clientsAreToldToMoveInWavesAndServedUntilThen() throws InterruptedException {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var instance = PushInstance.start("webchat.push.gateway.drain=5s", "webchat.push.gateway.drain-wave=1");
        var clients = Stream.generate(() -> PushClient.identified(instance, alice))
                .limit(20)
                .toList();
        var port = instance.port();
        var ends = new ConcurrentLinkedQueue<Long>();
        var first = new CompletableFuture<Boolean>();
        clients.forEach(client -> client.whenClosed(() -> {
            ends.add(System.nanoTime());
            first.complete(true);
        }));

        var closing = Thread.ofVirtual().start(instance::close);
        first.join();
        ChatLog.post(room, alice, "still served");
        assertThatExceptionOfType(ConnectException.class)
                .as("somebody new, who would have to move soon, is sent elsewhere")
                .isThrownBy(() -> new Socket("127.0.0.1", port).close());

        assertThat(clients).allMatch(client -> client.closeCode() == 1001);
        closing.join();
        var times = ends.stream().sorted().toList();
        // Twenty waves, a quarter of a second apart.
        assertThat(Duration.ofNanos(times.getLast() - times.getFirst())).isGreaterThan(Duration.ofSeconds(1));
        assertThat(clients)
                .anyMatch(client ->
                        client.takeArrived().stream().anyMatch(frame -> PushClient.isContent(frame, "still served")));
    }

    @Test
    void fewClientsAreToldAtOnce() {
        var instance = PushInstance.start();
        var clients = Stream.generate(() -> PushClient.identified(instance, ChatLog.someone()))
                .limit(8)
                .toList();
        var ends = new ConcurrentLinkedQueue<Long>();
        clients.forEach(client -> client.whenClosed(() -> ends.add(System.nanoTime())));

        instance.close();

        assertThat(clients).allMatch(client -> client.closeCode() == 1001);
        await().until(() -> ends.size() == 8);
        var times = ends.stream().sorted().toList();
        // Eight waves would take nearly two seconds.
        assertThat(Duration.ofNanos(times.getLast() - times.getFirst())).isLessThan(Duration.ofSeconds(1));
    }
}
