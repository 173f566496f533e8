package io.webchat.benchmark.push;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Machine;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/** One run of the benchmark, from its people to its figures. Some minutes. */
final class Run {
    private final Plan plan;
    private final Benchmark benchmark;
    private final Printer printer;
    private @Nullable Room room;
    private @Nullable FanOut fanOut;
    private @Nullable Memory memory;
    private @Nullable Reach reach;

    Run(Plan plan, Benchmark benchmark) {
        this.plan = plan;
        this.benchmark = benchmark;
        this.printer = new Printer(benchmark);
    }

    /** Never throws for a step that fails: the report says so, and has what was found before. */
    Report measure(Machine machine) {
        var error = benchmark.run(machine, "push-service", this::measure);
        return new Report(machine, room, fanOut, memory, reach, error);
    }

    private void measure(HttpClient http) throws Exception {
        var community = Community.create(http, plan.endpoints(), plan.connections());
        try (var connections = new Connections(plan.pushPort());
                var kafka = KafkaEcho.create(plan.bootstrapServers())) {
            room = Room.measure(community, connections, kafka);
            printer.room(room);
        }
        try (var connections = new Connections(plan.pushPort());
                var instance = ServiceProcess.attach(plan.pushProcess())) {
            connections.openUpTo(Plan.SUBSCRIBERS, Plan.CONNECTS_PER_SECOND, community::token);
            fanOut = FanOut.measure(community, connections, instance);
            printer.fanOut(fanOut);
            memory = Memory.measure(community, connections, instance, plan.connections());
            printer.memory(memory);
            reach = Reach.measure(community, connections);
            printer.reach(reach);
        }
    }
}
