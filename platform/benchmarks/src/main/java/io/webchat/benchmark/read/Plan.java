package io.webchat.benchmark.read;

import io.webchat.benchmark.corpus.Corpus;
import io.webchat.benchmark.store.StoreProduct;
import io.webchat.client.Endpoints;
import org.jspecify.annotations.Nullable;

/**
 * What is read, and how much of it there is.
 *
 * @param bootstrapServers of the platform's Kafka
 * @param mongoUri of the platform's store
 * @param messages in the corpus; null for as many as suit the store
 */
record Plan(
        Endpoints endpoints,
        String bootstrapServers,
        String mongoUri,
        @Nullable Integer messages) {
    Plan {
        Corpus.require(messages);
    }

    int messages(StoreProduct store) {
        return messages == null ? Corpus.usualSize(store) : messages;
    }
}
