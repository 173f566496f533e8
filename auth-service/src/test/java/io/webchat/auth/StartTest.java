package io.webchat.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.test.Infrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @Test
    void aServiceWithoutItsStoreDoesNotStartAndNamesTheSetting(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        AuthServiceApplication.class,
                        "--server.port=0",
                        "--JWT_SECRET=0123456789-abcdefghijklmnopqrstuvwxyz",
                        "--WEBCHAT_REPLICATION_FACTOR=1",
                        "--KAFKA_BOOTSTRAP_SERVERS=" + Infrastructure.shared().kafkaBootstrapServers()))
                .isNotNull();

        assertThat(output).contains("APPLICATION FAILED TO START", "The required setting MONGO_URI is missing.");
    }
}
