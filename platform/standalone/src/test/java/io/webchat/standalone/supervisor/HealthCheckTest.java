package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.standalone.engine.EmbeddedKafka;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCheckTest {
    @Test
    void a_broker_that_answers_is_healthy_until_it_is_gone(@TempDir Path directory) {
        HealthCheck.KafkaAnswers check;
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            check = new HealthCheck.KafkaAnswers(
                    Integer.parseInt(kafka.bootstrapServers().split(":", 2)[1]));
            assertThat(check.passes()).isTrue();
        }
        assertThat(check.passes()).isFalse();
    }

    /** As a broker does that has bound its port and is not ready. */
    @Test
    void who_takes_connections_and_says_nothing_is_not_healthy() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new HealthCheck.Listening(silent.getLocalPort()).passes())
                    .isTrue();
            assertThat(new HealthCheck.KafkaAnswers(silent.getLocalPort()).passes())
                    .isFalse();
        }
    }

    /** What comes back from a socket that is connected to itself is the question. */
    @Test
    void who_repeats_the_question_is_not_healthy() throws Exception {
        try (var echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var socket = echo.accept()) {
                    socket.getInputStream().transferTo(socket.getOutputStream());
                } catch (java.io.IOException e) {
                    // The test is over.
                }
            });
            assertThat(new HealthCheck.KafkaAnswers(echo.getLocalPort()).passes())
                    .isFalse();
        }
    }
}
