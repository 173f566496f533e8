package io.webchat.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextAssemblyTest {
    private final TextAssembly assembly = new TextAssembly(() -> 10);

    @Test
    void putsPartsTogetherAndBeginsAnew() throws Exception {
        assertThat(assembly.add(utf8("12345"), false)).isEmpty();
        assertThat(assembly.add(utf8("67890"), true)).contains("1234567890");
        assertThat(assembly.add(utf8("1234567890"), true)).contains("1234567890");
        assertThat(assembly.add(utf8(""), false)).isEmpty();
        assertThat(assembly.add(utf8("a"), true)).contains("a");
    }

    @Test
    void refusesMoreThanItsBytesInUtf8() throws Exception {
        assembly.add(utf8("ééééé"), false);
        assertThatThrownBy(() -> assembly.add(utf8("1"), true)).isInstanceOf(TextAssembly.TooLargeException.class);
    }

    @Test
    void aCharacterMayBeCutAndHasToBeWhole() throws Exception {
        var e = utf8("é");
        assertThat(assembly.add(e.slice(0, 1), false)).isEmpty();
        assertThat(assembly.add(e.slice(1, 1), true)).contains("é");
        assertThatThrownBy(() -> assembly.add(e.slice(0, 1), true)).isInstanceOf(CharacterCodingException.class);
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
