package io.webchat.benchmark.replay;

import io.webchat.benchmark.corpus.Corpus;
import io.webchat.benchmark.store.StoreProduct;
import io.webchat.client.Endpoints;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is replayed, and where.
 *
 * @param management of the projection-service, such as {@code http://127.0.0.1:9083}
 * @param bootstrapServers of the platform's Kafka
 * @param mongoUri of the platform's store
 * @param messages that are appended to what the log has already; null for as many as suit the store
 */
record Plan(
        Endpoints endpoints,
        URI management,
        String bootstrapServers,
        String mongoUri,
        @Nullable Integer messages) {
    static final int ROUNDS = 3;

    Plan {
        Corpus.require(messages);
    }

    int messages(StoreProduct store) {
        return messages == null ? Corpus.usualSize(store) : messages;
    }
}
