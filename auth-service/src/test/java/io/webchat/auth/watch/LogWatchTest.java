package io.webchat.auth.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.auth.AuthServiceTest;
import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What operators are told about the log, and about consumers that this service knows nothing of. */
@AuthServiceTest
@TestPropertySource(properties = {"webchat.log-watch.interval=200ms", "webchat.probe-interval=200ms"})
class LogWatchTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.MESSAGES.topicName(), 7);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private LogClients clients;

    @Autowired
    private KafkaTemplate<byte[], byte[]> log;

    @LocalManagementPort
    private int managementPort;

    private final String group = "group-" + UUID.randomUUID();

    @BeforeEach
    void aRecordIsThere() {
        append(PARTITION, System.currentTimeMillis());
    }

    @Test
    void aConsumerThatIsGoneIsStillMeasuredInRecordsAndInSeconds() {
        var end = commitEnd();
        assertLag(
                value -> assertThat(value).isZero(), value -> assertThat(value).isZero());

        append(PARTITION, System.currentTimeMillis() - 60_000);
        append(PARTITION, System.currentTimeMillis());

        assertLag(
                value -> assertThat(value).isGreaterThanOrEqualTo(2),
                value -> assertThat(value).isBetween(60.0, 300.0));
        assertThat(sample("webchat_log_group_offset{.*group=\"" + group + "\".*}"))
                .isEqualTo(end);
    }

    @Test
    void theEndOfEveryPartitionIsKnownThatOfDeadLettersAsWell() {
        var dead = new TopicPartition(Topic.MESSAGES.deadLetterTopicName(), 3);
        var before = end(dead);

        append(dead, System.currentTimeMillis());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(end(dead)).isGreaterThan(before));
    }

    @Test
    void aHealthyClusterIsSeenAsOne() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(sample("webchat_log_brokers{.*}")).isEqualTo(1);
            assertThat(sample("webchat_log_partitions_under_replicated{.*}")).isZero();
            assertThat(sample("webchat_log_partitions_offline{.*}")).isZero();
            assertThat(sample("webchat_log_watch_age_seconds{.*}")).isLessThan(10);
        });
    }

    @Test
    void whatTheServiceDependsOnAnswers() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(sample("webchat_dependency_up{.*dependency=\"kafka\".*}"))
                    .isEqualTo(1);
            assertThat(sample("webchat_dependency_up{.*dependency=\"mongodb\".*}"))
                    .isEqualTo(1);
        });
    }

    @Test
    void theProcessTellsWhatItTakes() {
        var resident = sample("process_resident_memory_bytes{.*}");
        assertThat(resident).isBetween(50e6, sample("system_memory_total_bytes{.*}"));
    }

    private void assertLag(Consumer<Double> records, Consumer<Double> seconds) {
        var labels = "{.*group=\"" + group + "\".*partition=\"7\".*}";
        await().atMost(PATIENCE).untilAsserted(() -> {
            records.accept(sample("webchat_log_group_lag_records" + labels));
            seconds.accept(sample("webchat_log_group_lag_seconds" + labels));
        });
    }

    /** A group that commits once and never comes back. */
    private double commitEnd() {
        var config = clients.consumerConfig();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        try (var consumer = new KafkaConsumer<byte[], byte[]>(config)) {
            consumer.assign(List.of(PARTITION));
            var end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(end)));
            return end;
        }
    }

    private void append(TopicPartition partition, long timestamp) {
        log.send(new ProducerRecord<>(partition.topic(), partition.partition(), timestamp, key(), new byte[0]))
                .join();
    }

    private static byte[] key() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    private double end(TopicPartition partition) {
        var labels = "{.*partition=\"" + partition.partition() + "\".*topic=\"" + partition.topic() + "\".*}";
        await().atMost(PATIENCE).until(() -> !Double.isNaN(sample("webchat_log_end_offset" + labels)));
        return sample("webchat_log_end_offset" + labels);
    }

    /** The value of the first sample whose line fits; not a number if there is none. */
    private double sample(String pattern) {
        var body = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var regex = pattern.replace("{", "\\{").replace("}", "\\}") + " .*";
        return String.valueOf(body)
                .lines()
                .filter(line -> line.matches(regex))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
