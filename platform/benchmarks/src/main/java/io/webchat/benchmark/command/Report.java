package io.webchat.benchmark.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.benchmark.Machine;
import org.jspecify.annotations.Nullable;

/**
 * What the run found; this is the object that {@code --json} prints. Latencies are milliseconds.
 *
 * @param structural structural commands, beside bare transactions; absent if it did not come to that, as the next two
 * @param sends messages, beside bare records
 * @param sustained the highest rate of messages, beside that of bare records
 * @param error why a step failed; absent if none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        Machine machine,
        SteadyPace.@Nullable Comparison structural,
        SteadyPace.@Nullable Comparison sends,
        SustainedRate.@Nullable Comparison sustained,
        @Nullable String error) {}
