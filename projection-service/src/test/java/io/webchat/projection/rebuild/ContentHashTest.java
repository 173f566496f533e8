package io.webchat.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two sets of documents have the same hash if, and only if, nothing differs. */
class ContentHashTest {
    private static final Date AT = Date.from(Instant.parse("2026-01-31T12:34:56.789Z"));
    private static final Date A_MILLISECOND_LATER = new Date(AT.getTime() + 1);

    private record Pair(@Nullable Object one, @Nullable Object other) {}

    static Stream<Pair> different() {
        return Stream.of(
                new Pair(AT, A_MILLISECOND_LATER),
                new Pair(1, 1L),
                new Pair(1, "1"),
                new Pair(true, "true"),
                new Pair(null, ""),
                new Pair(List.of("a", "b"), List.of("b", "a")),
                new Pair(List.of("a, b"), List.of("a", "b")),
                new Pair(new Document("inner", AT), new Document("inner", A_MILLISECOND_LATER)));
    }

    @ParameterizedTest
    @MethodSource("different")
    void whatDiffersHasAnotherHash(Pair pair) {
        assertThat(hash(document(pair.one()))).isNotEqualTo(hash(document(pair.other())));
    }

    @Test
    void theOrderOfDocumentsAndOfFieldsIsNoDifference() {
        var one = new Document("_id", "1").append("inner", new Document("a", AT).append("b", 2));
        var sameInAnotherOrder = new Document("inner", new Document("b", 2).append("a", AT)).append("_id", "1");
        var other = new Document("_id", "2");

        assertThat(hash(one, other)).isEqualTo(hash(other, sameInAnotherOrder)).isNotEqualTo(hash(one, one));
    }

    private static Document document(@Nullable Object value) {
        return new Document("_id", "1").append("value", value);
    }

    private static String hash(Document... documents) {
        var hash = new ContentHash();
        Arrays.stream(documents).forEach(hash::add);
        return hash.toString();
    }
}
