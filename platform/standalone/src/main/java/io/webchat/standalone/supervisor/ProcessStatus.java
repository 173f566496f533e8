package io.webchat.standalone.supervisor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one process.
 *
 * @param process null while it does not run
 * @param since when it entered its state
 */
public record ProcessStatus(
        String name,
        ProcessState state,
        @Nullable ProcessIdentity process,
        List<Integer> ports,
        int restarts,
        Instant since) {}
