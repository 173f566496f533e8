package io.webchat.benchmark.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.benchmark.store.StoreProduct;
import org.junit.jupiter.api.Test;

class CorpusTest {
    @Test
    void only_mongodb_holds_a_million_messages_unasked() {
        assertThat(Corpus.usualSize(new StoreProduct("MongoDB", "8.0", true))).isEqualTo(1_000_000);
        assertThat(Corpus.usualSize(new StoreProduct("embedded", "5.0", false))).isEqualTo(100_000);
    }

    @Test
    void too_few_messages_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.require(9_999))
                .withMessage("messages: 9999 (expected: 10000 or more)");
        assertThatCode(() -> Corpus.require(null)).doesNotThrowAnyException();
        assertThatCode(() -> Corpus.require(10_000)).doesNotThrowAnyException();
    }
}
