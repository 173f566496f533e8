package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.Commands;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Ids;
import io.webchat.log.Partitioning;
import io.webchat.support.log.LogClients;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class RecentMessagesTest {
    private static final RecentMessagesProperties PROPERTIES =
            new RecentMessagesProperties(Duration.ofMinutes(10), 1_200);

    private final Commands commands;
    private final LogClients clients;
    private final TestUser ada;

    @Autowired
    RecentMessagesTest(RestTestClient http, AccessTokens tokens, LogClients clients) {
        commands = new Commands(http);
        this.clients = clients;
        ada = TestUser.loggedIn(tokens);
    }

    /** A view that has not come so far may not know messages that are not remembered here either. */
    @Test
    void whatWasThereBeforeItBeganIsForgottenAlsoWhileNothingIsPosted() {
        var channel = commands.createServer(ada).generalChannelId();
        commands.postMessage(ada, channel, "Hello").expectStatus().isCreated();
        var partition = Partitioning.partitionOf(ChannelId.parse(channel).value());

        var begun = begun(Instant.now().plusSeconds(60), InstantSource.system());
        try (var tail = begun.tail()) {
            tail.start();
            assertThat(tail.awaitCurrent(Duration.ofSeconds(30))).isTrue();

            assertThat(begun.forgotten(partition).nextOffset()).isPositive();
            assertThat(begun.read()).contains(begun.forgotten(partition));
        }
    }

    /** A start reads hours of messages, of which no view is waited for. */
    @Test
    void theLastChangeOfAMessageIsKnownForSeconds() {
        var channel = ChannelId.parse(commands.createServer(ada).generalChannelId());
        var message = new MessageId(Ids.fresh());
        commands.postMessage(ada, channel.toString(), message.value(), "Hello")
                .expectStatus()
                .isCreated();

        for (var clock :
                List.of(InstantSource.system(), InstantSource.offset(InstantSource.system(), Duration.ofMinutes(1)))) {
            var begun = begun(Instant.now().minusSeconds(60), clock);
            try (var tail = begun.tail()) {
                tail.start();
                assertThat(tail.awaitCurrent(Duration.ofSeconds(30))).isTrue();

                assertThat(begun.lastChange(channel, message).isPresent())
                        .isEqualTo(clock.equals(InstantSource.system()));
            }
        }
    }

    private RecentMessages begun(Instant begin, InstantSource clock) {
        return new RecentMessages(clients::tailConsumer, PROPERTIES, () -> begin, (place, author, at) -> {}, clock);
    }
}
