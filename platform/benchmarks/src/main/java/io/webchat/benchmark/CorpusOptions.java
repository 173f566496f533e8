package io.webchat.benchmark;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store a benchmark measures, and with how many messages: options of those that fill one with a corpus. */
public final class CorpusOptions {
    @Option(
            names = "--mongo",
            required = true,
            defaultValue = "${env:MONGO_URI}",
            paramLabel = "URI",
            description = "The platform's store; by default what MONGO_URI names.")
    private String mongo = "";

    @Option(
            names = "--messages",
            paramLabel = "N",
            description = "To append before, 10,000 or more; by default as many as suit the store.")
    private @Nullable Integer messages;

    /** The URI of the platform's store. */
    public String mongo() {
        return mongo;
    }

    /** How many messages are appended; null for as many as suit the store. */
    public @Nullable Integer messages() {
        return messages;
    }
}
