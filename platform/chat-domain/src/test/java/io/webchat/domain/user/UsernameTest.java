package io.webchat.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada.Lovelace", "x-1_y", "123456789012345678901234567890"})
    void whatIsAllowed(String name) {
        assertThat(new Username(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "1234567890123456789012345678901", "a da", "_ada", ".ada", "ädä", "ada\n"})
    void whatIsNot(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Username(name));
    }

    @Test
    void namesAreComparedWithoutRegardToCase() {
        assertThat(new Username("ADA").key()).isEqualTo(new Username("ada").key());
    }
}
