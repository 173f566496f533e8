package io.webchat.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.Topic;
import io.webchat.test.SecuredKafka;
import io.webchat.test.ServiceInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecuredKafkaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String USER = "auth-service";

    @Test
    void theServiceNeedsNoOtherRightsThanTheGuideLists(@TempDir Path folder) throws Exception {
        try (var kafka = SecuredKafka.start(folder)) {
            kafka.admit(USER);
            try (var service = start(kafka)) {
                var api = new AuthApi(AuthApi.clientOf("http://127.0.0.1:" + service.port()));
                for (var i = 0; i < Topic.PARTITIONS; i++) {
                    api.registered(AuthApi.freshName());
                }
                try (var admin = kafka.admin()) {
                    var behind = Map.of(new TopicPartition(Topic.USERS.topicName(), 0), new OffsetAndMetadata(0));
                    admin.alterConsumerGroupOffsets("a-group", behind).all().get();
                }

                await().atMost(PATIENCE)
                        .until(() -> service.bean(MeterRegistry.class)
                                        .find("webchat.log.group.lag")
                                        .tag("group", "a-group")
                                        .gauge()
                                != null);
            }
            assertThat(kafka.denied()).isEmpty();
        }
    }

    @Test
    void aPasswordThatKafkaDoesNotKnowIsToldInOneLineWithoutIt(@TempDir Path folder, CapturedOutput output) {
        try (var kafka = SecuredKafka.start(folder)) {
            assertThatThrownBy(() -> start(kafka)).isNotNull();
        }
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "refuses this service: Authentication failed")
                .contains("(SASL_PLAINTEXT)", "KAFKA_SASL_PASSWORD")
                .doesNotContain(SecuredKafka.PASSWORD);
    }

    @Test
    void aRightThatIsMissingIsToldInOneLine(@TempDir Path folder, CapturedOutput output) throws Exception {
        try (var kafka = SecuredKafka.start(folder)) {
            kafka.introduce(USER);

            assertThatThrownBy(() -> start(kafka)).isNotNull();
        }
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "refuses this service: ", "table of access rights")
                .doesNotContain(SecuredKafka.PASSWORD);
    }

    @Test
    void aPasswordThatNothingUsesIsRefusedBeforeAnythingIsSent(CapturedOutput output) {
        assertThatThrownBy(() -> ServiceInstance.start(
                        AuthServiceApplication.class, "KAFKA_SASL_PASSWORD=" + SecuredKafka.PASSWORD))
                .isNotNull();
        assertThat(output)
                .contains("KAFKA_SASL_PASSWORD is set, but KAFKA_SECURITY_PROTOCOL is PLAINTEXT")
                .doesNotContain(SecuredKafka.PASSWORD);
    }

    private static ServiceInstance start(SecuredKafka kafka) {
        return ServiceInstance.start(
                AuthServiceApplication.class, kafka.environmentOf(USER, "webchat.log-watch.interval=200ms"));
    }
}
