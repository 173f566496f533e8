package io.webchat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class CorpusOptionsTest {
    @Command
    private static final class Measuring {
        @Mixin
        private final CorpusOptions corpus = new CorpusOptions();
    }

    @Test
    void theStoreAndTheNumberOfMessagesAreGivenByOptions() {
        var corpus = parsed("--mongo", "mongodb://example", "--messages", "20000");

        assertThat(corpus.mongo()).isEqualTo("mongodb://example");
        assertThat(corpus.messages()).isEqualTo(20_000);
    }

    @Test
    void howManyMessagesThereAreIsLeftToTheStoreUnlessGiven() {
        assertThat(parsed("--mongo", "mongodb://example").messages()).isNull();
    }

    @Test
    void aNumberIsANumber() {
        assertThatThrownBy(() -> parsed("--mongo", "mongodb://example", "--messages", "many"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("--messages");
    }

    private static CorpusOptions parsed(String... arguments) {
        var measuring = new Measuring();
        new CommandLine(measuring).parseArgs(arguments);
        return measuring.corpus;
    }
}
