package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.command.Commands;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class MessageLogTest {
    private final Commands commands;
    private final ProducerFactory<byte[], byte[]> producers;
    private final LogRecords records;
    private final RecentMessages recent;
    private final TestUser ada;

    @Autowired
    MessageLogTest(
            RestTestClient http,
            AccessTokens tokens,
            ProducerFactory<byte[], byte[]> producers,
            LogRecords records,
            RecentMessages recent) {
        commands = new Commands(http);
        this.producers = producers;
        this.records = records;
        this.recent = recent;
        ada = TestUser.loggedIn(tokens);
    }

    /** It is repeated then, and nobody is told that something is broken. */
    @Test
    void aFirstRecordThatKafkaDoesNotGiveInTimeIsAskedForAgain() {
        var channel = commands.createServer(ada).generalChannelId();
        var message = Ids.fresh();
        commands.postMessage(ada, channel, message, "Hello").expectStatus().isCreated();
        var silent = new MessageLog(silentLog(), records, recent);

        assertThatThrownBy(() -> silent.find(ChannelId.parse(channel), new CommandId(message)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.LOG_UNAVAILABLE));
    }

    private KafkaTemplate<byte[], byte[]> silentLog() {
        var template = new KafkaTemplate<>(producers);
        template.setConsumerFactory(new DefaultKafkaConsumerFactory<byte[], byte[]>(Map.of()) {
            @Override
            protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> config) {
                return new MockConsumer<>("earliest");
            }
        });
        return template;
    }
}
