package io.webchat.projection.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.Server;
import io.webchat.log.Ids;
import io.webchat.log.replica.StructureReplica;
import io.webchat.projection.Community;
import io.webchat.projection.SharedInstances;
import io.webchat.test.ServiceInstance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotificationTextTest {
    private static final ServiceInstance SERVICE = SharedInstances.first();
    private static final int MANY = 20;

    private final Community community = Community.founded(SERVICE);

    /** For each of them alone it would be a second. */
    @Test
    void idsOfNobodyInWhatWasSaidAreNotWaitedFor() {
        var server = server();
        var texts = SERVICE.bean(NotificationText.class);
        var begun = System.nanoTime();

        for (var i = 0; i < MANY; i++) {
            assertThat(texts.of(mentioningNobody(), server)).contains("Hello @");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(MANY * 3 / 4));
    }

    private Server server() {
        var replica = SERVICE.bean(StructureReplica.class);
        await().until(() -> replica.server(community.server).isPresent());
        return replica.server(community.server).orElseThrow();
    }

    private Message mentioningNobody() {
        return Message.of(MessageEvent.Posted.text(
                community.server,
                community.channel,
                new MessageId(Ids.fresh()),
                community.owner.id(),
                "Hello <@" + Ids.fresh() + ">",
                Instant.now()));
    }
}
