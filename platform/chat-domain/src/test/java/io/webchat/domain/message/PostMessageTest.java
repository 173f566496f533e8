package io.webchat.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostMessageTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final ServerId SERVER_ID = new ServerId(new UUID(1, 1));
    private static final ChannelId GENERAL = new ChannelId(new UUID(1, 2));
    private static final UserId ADA = new UserId(new UUID(2, 1));
    private static final UserId BEN = new UserId(new UUID(2, 2));
    private static final MessageId MESSAGE = new MessageId(new UUID(3, 1));
    private static final Server SERVER = server();

    @Test
    void aMemberPosts() {
        assertThat(MessageDecider.decide(SERVER, null, post(ADA, GENERAL)))
                .isEqualTo(new Decision.Accepted<>(
                        List.of(MessageEvent.Posted.text(SERVER_ID, GENERAL, MESSAGE, ADA, "Hello", NOW))));
    }

    @Test
    void aStrangerIsToldThatThereIsNoSuchChannel() {
        assertRejected(MessageDecider.decide(SERVER, null, post(BEN, GENERAL)));
    }

    @Test
    void anotherServersChannelIsUnknown() {
        assertRejected(MessageDecider.decide(SERVER, null, post(ADA, new ChannelId(new UUID(1, 9)))));
    }

    @Test
    void aChannelWithoutServerIsUnknown() {
        assertRejected(MessageDecider.decide(null, null, post(ADA, GENERAL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void aMessageSaysSomething(String content) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageContent(content));
    }

    @Test
    void aMessageHasAtMostFourThousandCharactersAsPeopleSeeThem() {
        assertThat(new MessageContent("👋".repeat(4_000)).value()).hasSize(8_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageContent("x".repeat(4_001)))
                .withMessageContaining("has 4001");
    }

    @Test
    void aMessageIsKeptAsWritten() {
        assertThat(new MessageContent("  two spaces  ").value()).isEqualTo("  two spaces  ");
    }

    private static void assertRejected(Decision<MessageEvent> decision) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        rejected -> assertThat(rejected.rejection().reason()).isEqualTo(Reason.UNKNOWN_CHANNEL));
    }

    private static MessageCommand.Post post(UserId actor, ChannelId channel) {
        return new MessageCommand.Post(channel, MESSAGE, "Hello", null, null, List.of(), actor, NOW);
    }

    private static Server server() {
        var created = Server.evolve(null, new ServerEvent.Created(SERVER_ID, "Rocket club", ADA, NOW));
        var withAda = Server.evolve(created, new MemberEvent.Joined(SERVER_ID, ADA, null, NOW));
        return Server.evolve(
                withAda, new ChannelEvent.Created(SERVER_ID, GENERAL, "general", ADA, NOW, null, null, null));
    }
}
