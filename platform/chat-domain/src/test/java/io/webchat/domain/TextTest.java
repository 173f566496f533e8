package io.webchat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.message.MessageContent;
import io.webchat.domain.structure.ServerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"x\ud83d", "\udc4bx", "\udc4b\ud83d"})
    void halvesOfCharactersAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageContent(text))
                .withMessageContaining("surrogate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerName(text))
                .withMessageContaining("surrogate");
    }

    @Test
    void wholeOnesAreNot() {
        assertThat(new MessageContent("\ud83d\udc4b").value()).isEqualTo("\ud83d\udc4b");
    }
}
