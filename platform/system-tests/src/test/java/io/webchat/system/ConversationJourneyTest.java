package io.webchat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.HistoryMessage;
import io.webchat.client.Ids;
import io.webchat.client.gateway.ReceivedMessages;
import io.webchat.system.stack.Answer;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two people who know each other from a server talk to each other alone. */
@NeedsStack
class ConversationJourneyTest {
    private final Person ada = Person.register("ada");
    private final Person bo = Person.register("bo");
    private final Person cem = Person.register("cem");

    @Test
    void twoPeopleTalkAloneAndSeeItAtOnce() throws Exception {
        Room.of(ada, bo, cem);
        var received = new ReceivedMessages();
        try (var connection = bo.client().connect(received)) {
            connection.caughtUp().get(10, TimeUnit.SECONDS);
            var opened = open(ada, bo);
            assertThat(opened.outcome()).isEqualTo("200");
            var channel = UUID.fromString(opened.json().path("channelId").asString());
            var question = ada.client().post(channel, Ids.fresh(), "Just between us?");
            received.arrival(question.messageId()).get(10, TimeUnit.SECONDS);
            var answer = bo.client().post(channel, Ids.fresh(), "Just between us.");

            assertThat(open(bo, ada).json()).isEqualTo(opened.json());
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(ada.client().history(channel))
                            .extracting(HistoryMessage::messageId)
                            .containsExactly(question.messageId(), answer.messageId()));
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(conversationsOf(bo)).hasSize(1);
                assertThat(conversationsOf(bo).getFirst().path("channelId").asString())
                        .isEqualTo(channel.toString());
            });
            assertThat(conversationsOf(cem)).isEmpty();
            assertThat(Ask.get("/api/channels/" + channel + "/messages")
                            .as(cem)
                            .answer()
                            .outcome())
                    .isEqualTo("404 unknown-channel");
        }
    }

    @Test
    void strangersCannotWriteToEachOther() {
        assertThat(open(ada, bo).outcome()).isEqualTo("403 no-common-server");
    }

    private static Answer open(Person person, Person other) {
        return Ask.put("/api/conversations/with/" + other.id()).following(person);
    }

    private static List<JsonNode> conversationsOf(Person person) {
        return Ask.get("/api/conversations").as(person).answer().json().path("conversations").values().stream()
                .toList();
    }
}
