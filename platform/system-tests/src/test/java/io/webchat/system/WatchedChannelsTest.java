package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Ids;
import io.webchat.client.PostedMessage;
import io.webchat.client.gateway.GatewayConnection;
import io.webchat.client.gateway.GatewayListener;
import io.webchat.client.gateway.ServerFrame.Activity;
import io.webchat.client.gateway.StreamEvent;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import io.webchat.system.stack.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that wants the messages of one channel, and of all others only to know that there are some. */
@NeedsStack
class WatchedChannelsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Person ada = Person.register("ada");
    private final Person bo = Person.register("bo");
    private final Room shown = Room.of(ada, bo);
    private final Room other = Room.of(ada, bo);
    private final List<UUID> heard = new CopyOnWriteArrayList<>();
    private final List<Activity> told = new CopyOnWriteArrayList<>();
    private final GatewayListener listener = new GatewayListener() {
        @Override
        public void event(StreamEvent event) {
            event.posted().map(PostedMessage::messageId).ifPresent(heard::add);
        }

        @Override
        public void activity(Activity activity) {
            told.add(activity);
        }
    };

    @Test
    void whatIsMissedIsHeardOrToldOfAtWhicheverInstanceOneComesBackTo() throws Exception {
        var instances = Stack.instances("push");
        var first = GatewayConnection.identify(
                Stack.http(),
                gateway(instances.getFirst()),
                bo.client().accessToken(),
                Set.of(shown.channelId()),
                listener);
        first.caughtUp().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        post(other);
        var here = post(shown);
        await().atMost(PATIENCE).until(() -> heard.contains(here) && !told.isEmpty());
        first.drop();
        var last = told.getLast().offset();
        var missed = post(shown);
        post(other);

        try (var second = GatewayConnection.resume(
                Stack.http(),
                gateway(instances.getLast()),
                bo.client().accessToken(),
                first.resumePoint().orElseThrow(),
                listener)) {
            second.caughtUp().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            await().atMost(PATIENCE)
                    .until(() -> heard.contains(missed) && told.stream().anyMatch(news -> news.offset() > last));
        }

        assertThat(heard).containsExactly(here, missed);
        assertThat(told)
                .allSatisfy(news -> assertThat(news.channelId()).isEqualTo(other.channelId()))
                .allSatisfy(news -> assertThat(news.posted()).isNotNull());
    }

    private UUID post(Room room) {
        var messageId = Ids.fresh();
        ada.client().post(room.channelId(), messageId, "hello");
        return messageId;
    }

    private static URI gateway(URI instance) {
        return Stack.endpoints().withGateway(instance).gateway();
    }
}
