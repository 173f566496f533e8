package io.webchat.benchmark.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.benchmark.Machine;
import io.webchat.benchmark.store.StoreProduct;
import org.jspecify.annotations.Nullable;

/**
 * What the run found; this is the object that {@code --json} prints.
 *
 * @param store which store was measured; absent if it did not answer
 * @param timeline the view of that name; absent if it did not come to that
 * @param error why a step failed; absent if none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        Machine machine,
        @Nullable StoreProduct store,
        @Nullable Replay timeline,
        @Nullable String error) {}
