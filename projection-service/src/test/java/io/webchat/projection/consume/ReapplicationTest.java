package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.projection.SharedInstances;
import io.webchat.projection.consume.Reapplication.Outcome;
import io.webchat.projection.store.Generation;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ReapplicationTest {
    private static final Supplier<Set<Long>> NOT_ASKED = () -> {
        throw new AssertionError("looked through dead letters for nothing");
    };

    private final Reapplication reapplication = SharedInstances.first().bean(Reapplication.class);

    /** Each second, as long as the letter waits: a look through all dead letters would be too much. */
    @Test
    void whatCannotBeAppliedHereOrNowCostsNothing() {
        var database = SharedInstances.first().bean(MongoTemplate.class).getDb().getName();
        var group = database + "-projection-timeline";
        assertThat(reapplication.generationOf(group)).contains(new Generation("timeline", 1));

        assertThat(reapplication.apply("nobodys-group", 0, 0, NOT_ASKED).outcome())
                .isEqualTo(Outcome.NOT_NOW);
        assertThat(reapplication.apply(group, 0, Long.MAX_VALUE - 1, NOT_ASKED).outcome())
                .isEqualTo(Outcome.NOT_NOW);
    }
}
