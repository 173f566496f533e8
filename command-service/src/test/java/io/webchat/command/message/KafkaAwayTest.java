package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.log.Ids;
import io.webchat.standalone.engine.EmbeddedKafka;
import io.webchat.test.ServiceInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAwayTest {
    @Test
    void whatKafkaDidNotTakeIsRefusedAndSucceedsUnderTheSameIdLater(@TempDir Path folder) {
        var kafka = EmbeddedKafka.start(folder, 0);
        var port = Integer.parseInt(kafka.bootstrapServers().split(":", 2)[1]);
        try (var instance = ServiceInstance.start(
                CommandServiceApplication.class, "KAFKA_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers())) {
            var commands = Commands.at(instance.port());
            var ada = instance.user();
            var channel = commands.createServer(ada).generalChannelId();
            var messageId = Ids.fresh();
            var posted = Ids.fresh();
            commands.postMessage(ada, channel, posted, "Before").expectStatus().isCreated();
            commands.postMessage(ada, channel, posted, "Before").expectStatus().isCreated();
            kafka.close();

            commands.postMessage(ada, channel, posted, "Before")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After");
            commands.postMessage(ada, channel, messageId, "Hello")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After");

            var key = UUID.randomUUID().toString();
            commands.post(ada, "/api/servers", key, Map.of("name", "Rocket club"))
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After");

            kafka = EmbeddedKafka.start(folder, port);
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> commands.postMessage(ada, channel, messageId, "Hello")
                                    .returnResult(Map.class),
                            answer -> answer.getStatus().value() == 201);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(commands.createServer(ada, key).serverId())
                                    .isNotNull());
        } finally {
            kafka.close();
        }
    }
}
