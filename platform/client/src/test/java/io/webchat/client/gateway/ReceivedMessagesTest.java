package io.webchat.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.client.PostedMessage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReceivedMessagesTest {
    private static final UUID CHANNEL = UUID.fromString("0197b3a0-0000-7000-8000-000000000002");
    private static final UUID MESSAGE = UUID.fromString("0197b3a0-0000-7000-8000-000000000003");

    private final ReceivedMessages received = new ReceivedMessages();

    @Test
    void theFirstEventWithAMessageIdIsTheMessageAndLaterOnesAreCounted() {
        received.event(posted(1, "first"));
        received.event(posted(2, "again"));

        assertThat(received.in(CHANNEL)).extracting(PostedMessage::content).containsExactly("first");
        assertThat(received.repeats()).isEqualTo(1);
        assertThat(received.in(UUID.randomUUID())).isEmpty();
    }

    @Test
    void anArrivalCanBeAwaitedBeforeAndAfterItHappens() {
        var before = received.arrival(MESSAGE);
        assertThat(before).isNotDone();

        received.event(posted(1, "first"));

        assertThat(before).isDone();
        assertThat(received.arrival(MESSAGE)).isDone();
    }

    private static StreamEvent posted(long offset, String content) {
        var data = JsonMapper.builder().build().readTree("""
                {"serverId":"0197b3a0-0000-7000-8000-000000000001","channelId":"%s","messageId":"%s",
                 "authorId":"0197b3a0-0000-7000-8000-000000000004","content":"%s","at":"2026-01-31T12:34:56.789Z"}
                """.formatted(CHANNEL, MESSAGE, content));
        return new StreamEvent("messages/3", offset, StreamEvent.MESSAGE_POSTED, data);
    }
}
