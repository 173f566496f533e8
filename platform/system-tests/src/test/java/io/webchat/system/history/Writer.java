package io.webchat.system.history;

import io.webchat.client.Ids;
import io.webchat.client.WebChatClient;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Stack;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Writes to channels at random, now and then the same message again: later, or at the same time somewhere else. */
final class Writer implements Callable<List<Write>> {
    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final Person person;
    private final List<UUID> channels;
    private final int messages;
    private final Random random;
    private final List<URI> instances = Stack.instances("command");

    Writer(Person person, List<UUID> channels, int messages, long seed) {
        this.person = person;
        this.channels = channels;
        this.messages = messages;
        this.random = new Random(seed);
    }

    @Override
    public List<Write> call() throws InterruptedException {
        var writes = new ArrayList<Write>();
        while (writes.size() < messages) {
            writes.add(write("message " + writes.size()));
            // The pace of the work load, not a wait for anything.
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
        }
        return writes;
    }

    private Write write(String content) throws InterruptedException {
        var channelId = channels.get(random.nextInt(channels.size()));
        var messageId = Ids.fresh();
        var begun = System.nanoTime();
        var rival = random.nextInt(10) == 0
                ? Thread.startVirtualThread(() -> send(somewhere(), channelId, messageId, content))
                : null;
        send(person.client(), channelId, messageId, content);
        var acknowledged = System.nanoTime();
        if (rival != null) {
            rival.join();
        }
        if (random.nextInt(5) == 0) {
            send(somewhere(), channelId, messageId, content);
        }
        return new Write(channelId, messageId, begun, acknowledged);
    }

    private WebChatClient somewhere() {
        var instance = instances.get(random.nextInt(instances.size()));
        return person.client().at(Stack.endpoints().withCommands(instance));
    }

    private static void send(WebChatClient client, UUID channelId, UUID messageId, String content) {
        client.post(channelId, messageId, content);
    }
}
