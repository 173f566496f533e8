package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.command.Commands;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.support.log.LogClients;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class MessageLogTest {
    private final Commands commands;
    private final KafkaTemplate<byte[], byte[]> logTemplate;
    private final LogClients clients;
    private final LogRecords records;
    private final RecentMessages recent;
    private final TestUser ada;

    @Autowired
    MessageLogTest(
            RestTestClient http,
            AccessTokens tokens,
            KafkaTemplate<byte[], byte[]> logTemplate,
            LogClients clients,
            LogRecords records,
            RecentMessages recent) {
        commands = new Commands(http);
        this.logTemplate = logTemplate;
        this.clients = clients;
        this.records = records;
        this.recent = recent;
        ada = TestUser.loggedIn(tokens);
    }

    /** It is repeated then, and nobody is told that something is broken. */
    @Test
    void aFirstRecordThatKafkaDoesNotGiveInTimeIsAskedForAgain() {
        var channel = commands.createServer(ada).generalChannelId();
        var message = posted(channel);
        try (var silent = reader(1, Duration.ofMillis(50), () -> new MockConsumer<>("earliest"))) {
            assertThatThrownBy(() -> log(silent).find(ChannelId.parse(channel), new CommandId(message)))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.LOG_UNAVAILABLE));
        }
    }

    @Test
    void howeverManyMessagesAreRepeatedAtOnceFewConsumersReadTheirFirstRecords() throws Exception {
        var channel = commands.createServer(ada).generalChannelId();
        var messages = List.of(posted(channel), posted(channel), posted(channel));
        var made = new AtomicInteger();
        Supplier<Consumer<byte[], byte[]>> counted = () -> {
            made.incrementAndGet();
            return clients.tailConsumer();
        };
        try (var reader = reader(2, Duration.ofSeconds(10), counted);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var log = log(reader);
            var found = executor.invokeAll(IntStream.range(0, 60)
                    .mapToObj(i -> (Callable<UUID>) () -> log.find(
                                    ChannelId.parse(channel), new CommandId(messages.get(i % messages.size())))
                            .orElseThrow()
                            .event()
                            .messageId()
                            .value())
                    .toList());

            for (var i = 0; i < found.size(); i++) {
                assertThat(found.get(i).get()).isEqualTo(messages.get(i % messages.size()));
            }
        }
        assertThat(made).hasValueBetween(1, 2);
    }

    private UUID posted(String channel) {
        var message = Ids.fresh();
        commands.postMessage(ada, channel, message, "Hello").expectStatus().isCreated();
        return message;
    }

    private MessageLog log(RecordReader reader) {
        return new MessageLog(logTemplate, records, recent, reader);
    }

    private static RecordReader reader(int number, Duration readWithin, Supplier<Consumer<byte[], byte[]>> consumers) {
        return new RecordReader(
                consumers,
                new RecordReaderProperties(number, Duration.ofSeconds(10), readWithin, Duration.ofMinutes(1)));
    }
}
