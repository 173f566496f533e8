package io.webchat.support.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.sample.SampleService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SecretStrengthTest {
    @ParameterizedTest
    @CsvSource({
        ", is not set",
        "'  ', is not set",
        "0123456789-abcdefghijklmnopqrst, is shorter than 32 bytes",
        "abababababababababababababababababababab, has fewer than 10 different characters",
        "please-change-me-0123456789-abcdefghijklm, is a well-known placeholder",
        "your_secret_key_0123456789-abcdefghijklmn, is a well-known placeholder"
    })
    void aSecretThatSomebodyForgotToSetIsRefused(String secret, String fault) {
        assertThatThrownBy(() -> SecretStrength.require(secret)).hasMessage("JWT_SECRET " + fault);
    }

    @Test
    void aRandomSecretIsAccepted() {
        var secret = "8S0hYB2zq1mZ1wz6cPUbWYJc3kQxVvJrJm0rW1kqf4s=";

        assertThat(SecretStrength.require(secret)).isEqualTo(secret);
    }

    @Test
    void aServiceWithoutASecretDoesNotStartAndSaysWhatToDo(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        SampleService.class, "--server.port=0", "--spring.application.name=sample", "--JWT_SECRET="))
                .hasRootCauseInstanceOf(UnusableSecretException.class);

        assertThat(output).contains("APPLICATION FAILED TO START", "JWT_SECRET is not set", "openssl rand -base64 48");
    }

    @Test
    void theSecretIsNotPartOfAnyText() {
        var properties = new TokenProperties("8S0hYB2zq1mZ1wz6cPUbWYJc3kQxVvJrJm0rW1kqf4s=", "i", "a");

        assertThat(properties.toString()).doesNotContain("8S0h");
    }
}
