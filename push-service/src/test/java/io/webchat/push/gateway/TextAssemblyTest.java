package io.webchat.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextAssemblyTest {
    private final TextAssembly assembly = new TextAssembly(10);

    @Test
    void putsPartsTogetherAndBeginsAnew() throws Exception {
        assertThat(assembly.add("12345", false)).isEmpty();
        assertThat(assembly.add("67890", true)).contains("1234567890");
        assertThat(assembly.add("1234567890", true)).contains("1234567890");
        assertThat(assembly.add("", false)).isEmpty();
        assertThat(assembly.add("a", true)).contains("a");
    }

    @Test
    void refusesMoreThanItsBytesInUtf8() throws Exception {
        assembly.add("ééééé", false);
        assertThatThrownBy(() -> assembly.add("1", true)).isInstanceOf(TextAssembly.TooLargeException.class);
    }
}
