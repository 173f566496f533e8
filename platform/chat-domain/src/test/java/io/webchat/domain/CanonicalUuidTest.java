package io.webchat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUuidTest {
    @Test
    void theCanonicalFormIsReadInEitherCase() {
        assertThat(CanonicalUuid.parse("0197B3A0-0000-7000-8000-00000000000A"))
                .hasToString("0197b3a0-0000-7000-8000-00000000000a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-1-1-1-1", "0197b3a0000070008000000000000001", "0197b3a0-0000-7000-8000-00000000000g"})
    void nothingElseIs(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalUuid.parse(text))
                .withMessage("must be a UUID");
    }
}
