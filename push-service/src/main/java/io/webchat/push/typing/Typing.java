package io.webchat.push.typing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.push.backplane.Backplane;
import io.webchat.push.entitlement.Sight;
import io.webchat.push.protocol.ClientFrame;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.FrameCodec;
import io.webchat.push.protocol.ServerFrame;
import io.webchat.push.watch.Watcher;
import io.webchat.push.watch.Watchers;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells who is writing, at all instances, to the clients that look at the channel and may see it at that moment; not to
 * the writer's own. Who may not write there, or repeats it too soon, is passed over without a word, and so is everybody
 * while {@value #MOST_WAITING} wait for a slow Redis. Without Redis nobody is seen writing. Safe from any thread;
 * nothing here blocks.
 */
public final class Typing {
    private static final String CHANNEL = "webchat:typing";
    private static final int MOST_WAITING = 1_000;

    private final Watchers<ChannelId> watchers = new Watchers<>();
    private final Backplane backplane;
    private final Sight sight;
    private final FrameCodec codec;
    private final TypingProperties properties;
    private final Clock clock;
    private final Counter told;
    private final AtomicInteger waiting = new AtomicInteger();

    Typing(
            Backplane backplane,
            Sight sight,
            FrameCodec codec,
            TypingProperties properties,
            Clock clock,
            MeterRegistry registry) {
        this.backplane = backplane;
        this.sight = sight;
        this.codec = codec;
        this.properties = properties;
        this.clock = clock;
        told = Counter.builder("webchat.push.typing")
                .description("Times that clients of this instance said that they are writing, and it was passed on")
                .register(registry);
        backplane.listen(CHANNEL, this::heard);
    }

    /** From here on a client looks at these channels and no others. */
    public void watch(Watcher client, Set<ChannelId> channels) {
        watchers.replace(client, channels);
    }

    /** A client has gone; may be called again. */
    public void left(Watcher client) {
        watchers.remove(client);
    }

    /** A client says that its user is writing. */
    public void says(Watcher client, TypingPace pace, ClientFrame.Typing where) {
        var now = clock.instant();
        if (!pace.allows(where, now, properties.again(), properties.elsewhere())) {
            return;
        }
        sight.whereMayWrite(client.user(), where.channelId(), now).ifPresent(server -> {
            var frame = codec.write(new ServerFrame.TypingStarted(
                    server, where.channelId(), where.threadId().orElse(null), client.user()));
            tell(client.user() + " " + where.channelId() + " " + frame.text());
        });
    }

    private void tell(String message) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return;
        }
        told.increment();
        backplane.execute(() -> {
            waiting.decrementAndGet();
            backplane.ask(redis -> redis.convertAndSend(CHANNEL, message));
        });
    }

    private void heard(String message) {
        var parts = message.split(" ", 3);
        var author = UserId.parse(parts[0]);
        var channel = ChannelId.parse(parts[1]);
        var frame = Frame.of(parts[2]);
        for (var client : watchers.of(channel)) {
            if (!client.user().equals(author) && sight.sees(client.user(), channel)) {
                client.deliver(frame);
            }
        }
    }
}
