package io.webchat.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.Ids;
import io.webchat.test.SecuredKafka;
import io.webchat.test.ServiceInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecuredKafkaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String USER = "command-service";

    @Test
    void theServiceNeedsNoOtherRightsThanTheGuideLists(@TempDir Path folder) throws Exception {
        try (var kafka = SecuredKafka.start(folder)) {
            kafka.admit(USER);
            try (var service = ServiceInstance.start(
                    CommandServiceApplication.class, kafka.environmentOf(USER, "webchat.canary.interval=100ms"))) {
                var commands = Commands.at(service.port());
                var ada = service.user();
                var channel = commands.createServer(ada).generalChannelId();
                var messageId = Ids.fresh();

                commands.postMessage(ada, channel, messageId, "Hello")
                        .expectStatus()
                        .isCreated();
                commands.put(ada, "/api/channels/" + channel + "/notifications", Map.of("muted", true))
                        .expectStatus()
                        .is2xxSuccessful();
                await().atMost(PATIENCE)
                        .until(() -> service.bean(MeterRegistry.class)
                                        .get("webchat.canary.delay")
                                        .timer()
                                        .count()
                                > 0);
            }
            assertThat(kafka.denied()).isEmpty();
        }
    }
}
