package io.webchat.benchmark;

import io.webchat.client.Endpoints;
import java.net.URI;
import picocli.CommandLine.Option;

/** Where the platform is that a benchmark measures, and how it tells what it finds: options that all of them have. */
public final class StackOptions {
    @Option(names = "--url", required = true, paramLabel = "URL", description = "Origin of the gateway.")
    private URI url = URI.create("http://localhost:3000");

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "The platform's Kafka.")
    private String kafka = "";

    @Option(
            names = "--service-options",
            paramLabel = "OPTIONS",
            description = "JVM options of the service that is measured, to be printed.")
    private String serviceOptions = "";

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    public Endpoints endpoints() {
        return Endpoints.of(url);
    }

    /** The bootstrap servers of the platform's Kafka. */
    public String kafka() {
        return kafka;
    }

    /** The machine as it is now, before anything is measured. */
    public Machine machine() {
        return Machine.now(serviceOptions);
    }

    /** @param name such as {@code bench push} */
    public Benchmark benchmark(String name) {
        return new Benchmark(name, json);
    }
}
