package io.webchat.system.history;

import io.webchat.client.PostedMessage;
import io.webchat.client.gateway.GatewayConnection;
import io.webchat.client.gateway.GatewayFollower;
import io.webchat.client.gateway.GatewayListener;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.client.gateway.ResumePoint;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Stack;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Listens at one instance after the other, and loses the connection at random; its call ends with the number of losses.
 */
final class Reader implements Callable<Integer>, AutoCloseable {
    private static final int FEWEST_DROPS = 2;
    private static final int SHORTEST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 1_000;

    private final Person person;
    private final BooleanSupplier writing;
    private final Random random;
    private final Random whereTo;
    private final List<URI> instances = Stack.instances("push");
    private final ReceivedMessages received = new ReceivedMessages();
    private final GatewayFollower follower;

    Reader(Person person, BooleanSupplier writing, long seed) {
        this.person = person;
        this.writing = writing;
        this.random = new Random(seed);
        this.whereTo = new Random(seed);
        this.follower = new GatewayFollower(this::open, person.client()::refresh, received);
    }

    boolean isLive() {
        return follower.isLive();
    }

    String name() {
        return person.username();
    }

    ReceivedMessages received() {
        return received;
    }

    List<UUID> seenIn(UUID channelId) {
        return received.in(channelId).stream().map(PostedMessage::messageId).toList();
    }

    @Override
    public Integer call() throws InterruptedException {
        var drops = 0;
        while (drops < FEWEST_DROPS || writing.getAsBoolean()) {
            // The pace of the misfortune, not a wait for anything.
            Thread.sleep(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
            follower.drop();
            drops++;
        }
        return drops;
    }

    @Override
    public void close() {
        follower.close();
    }

    private GatewayConnection open(@Nullable ResumePoint from, GatewayListener listener) {
        var instance = instances.get(whereTo.nextInt(instances.size()));
        var client = person.client().at(Stack.endpoints().withGateway(instance));
        return from == null ? client.connect(listener) : client.resume(from, listener);
    }
}
