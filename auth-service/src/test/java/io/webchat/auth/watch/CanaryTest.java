package io.webchat.auth.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.auth.AuthServiceTest;
import io.webchat.log.Envelope;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@AuthServiceTest
@TestPropertySource(properties = {"webchat.canary.emit=true", "webchat.canary.interval=1s"})
class CanaryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private LogClients clients;

    @Autowired
    private MeterRegistry meters;

    @Test
    void appearsAgainAndAgainAndIsHeardOf() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(meters.get("webchat.canary.delay").timer().count()).isGreaterThanOrEqualTo(3);
            assertThat(meters.get("webchat.canary.age").timeGauge().value(TimeUnit.SECONDS))
                    .isLessThan(10);
        });
    }

    @Test
    void isARecordLikeEveryOther() {
        var partition = new TopicPartition("webchat.canary", 0);
        try (var consumer = clients.tailConsumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return !records.isEmpty();
            });
            var first = records.getFirst();
            assertThat(Envelope.read(first.headers(), Envelope.TYPE)).contains("webchat.canary.emitted.v1");
            assertThat(Envelope.read(first.headers(), "ce_source")).contains("/webchat/auth-service");
            assertThat(new String(first.value(), UTF_8)).startsWith("{\"at\":\"");
        }
    }
}
