package io.webchat.client.smoke;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run found; this is the object that {@code --json} prints.
 *
 * @param steps in order, up to the first that failed
 * @param accept from the send call to its 201
 * @param delivery from the send call to the event at the second client's socket
 * @param ok whether every step succeeded; latencies do not count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        List<Step> steps,
        @Nullable Latency accept,
        @Nullable Latency delivery,
        Pace pace,
        boolean ok) {}
