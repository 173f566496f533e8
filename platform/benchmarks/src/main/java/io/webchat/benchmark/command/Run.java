package io.webchat.benchmark.command;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Limit;
import io.webchat.benchmark.Limit.Figure;
import io.webchat.benchmark.Machine;
import io.webchat.client.Endpoints;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/** One run of the benchmark, from its people to its figures. Some minutes. */
final class Run {
    private static final SteadyPace STRUCTURAL = new SteadyPace(new Pace(20, 5, 10, 3), new Limit(Figure.P99, 100));
    private static final SteadyPace SENDS = new SteadyPace(new Pace(200, 10, 20, 3), new Limit(Figure.P50, 5));
    private static final SustainedRate SUSTAINED = new SustainedRate(50);

    private final Endpoints endpoints;
    private final String bootstrapServers;
    private final Benchmark benchmark;
    private final Printer printer;
    private SteadyPace.@Nullable Comparison structural;
    private SteadyPace.@Nullable Comparison sends;
    private SustainedRate.@Nullable Comparison sustained;

    Run(Endpoints endpoints, String bootstrapServers, Benchmark benchmark) {
        this.endpoints = endpoints;
        this.bootstrapServers = bootstrapServers;
        this.benchmark = benchmark;
        this.printer = new Printer(benchmark);
    }

    /** Never throws for a step that fails: the report says so, and has what was found before. */
    Report measure(Machine machine) {
        var error = benchmark.run(machine, "command-service", this::compare);
        return new Report(machine, structural, sends, sustained, error);
    }

    private void compare(HttpClient http) throws Exception {
        try (var kafka = KafkaSide.create(bootstrapServers)) {
            var webChat = WebChatSide.create(http, endpoints);
            structural = STRUCTURAL.compare(webChat::rename, kafka::transact);
            printer.steady("structural commands", "rename a channel (HTTP 204)", "bare Kafka transaction", structural);
            sends = SENDS.compare(webChat::send, kafka::send);
            printer.steady("sends", "message accepted (HTTP 201)", "bare Kafka, acknowledged", sends);
            sustained = SUSTAINED.compare(webChat::send, kafka::send);
            printer.sustained(sustained);
        }
    }
}
