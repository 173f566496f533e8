package io.webchat.benchmark.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.benchmark.Machine;
import io.webchat.benchmark.store.StoreProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the run found; this is the object that {@code --json} prints. Latencies are milliseconds.
 *
 * @param store which store was measured; absent if it did not answer
 * @param messages in the corpus; absent if the store did not answer
 * @param readings what was found before a step failed, if one did
 * @param error why a step failed; absent if none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        Machine machine,
        @Nullable StoreProduct store,
        @Nullable Integer messages,
        List<Reading.Found> readings,
        @Nullable String error) {}
