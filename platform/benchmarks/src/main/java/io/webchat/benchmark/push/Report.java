package io.webchat.benchmark.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.benchmark.Machine;
import org.jspecify.annotations.Nullable;

/**
 * What the run found; this is the object that {@code --json} prints.
 *
 * @param room how soon messages arrive in a channel of fifty; absent if it did not come to that, as the next three
 * @param fanOut what deliveries cost
 * @param memory what connections cost
 * @param reach how soon the last of all connections has a message
 * @param error why a step failed; absent if none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        Machine machine,
        @Nullable Room room,
        @Nullable FanOut fanOut,
        @Nullable Memory memory,
        @Nullable Reach reach,
        @Nullable String error) {}
