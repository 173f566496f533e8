package io.webchat.log;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Fresh ids: UUIDv7, so that they sort by the time they were made. Safe from any thread. */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static UUID fresh() {
        return GENERATOR.generate();
    }
}
