package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.test.ServiceInstance;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.test.web.servlet.client.RestTestClient;

class StructureWriterHealthTest {
    @Test
    void aWriterThatHasStoppedShowsInHealthAndMetricsAndIsNoReasonToRestart() {
        try (var instance = ServiceInstance.start(CommandServiceApplication.class)) {
            Commands.at(instance.port()).createServer(instance.user());
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                expect(instance, "", 200)
                        .jsonPath("$.components.structureWriter.status")
                        .isEqualTo("UP");
                assertThat(metric(instance, "webchat.structure.writer.unfinished"))
                        .isZero();
            });
            assertThat(metric(instance, "webchat.structure.writer.running")).isEqualTo(1);

            instance.bean(KafkaMessageListenerContainer.class).stop();

            expect(instance, "", 503)
                    .jsonPath("$.components.structureWriter.status")
                    .isEqualTo("DOWN")
                    .jsonPath("$.components.structureWriter.details.running")
                    .isEqualTo(false);
            expect(instance, "/liveness", 200);
            expect(instance, "/readiness", 200);
            assertThat(metric(instance, "webchat.structure.writer.running")).isZero();
        }
    }

    private static double metric(ServiceInstance instance, String name) {
        return instance.bean(MeterRegistry.class).get(name).gauge().value();
    }

    private static RestTestClient.BodyContentSpec expect(ServiceInstance instance, String group, int status) {
        var port = instance.context().getEnvironment().getRequiredProperty("local.management.port");
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/actuator/health" + group)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody();
    }
}
