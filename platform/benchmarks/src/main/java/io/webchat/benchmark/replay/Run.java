package io.webchat.benchmark.replay;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Machine;
import io.webchat.benchmark.corpus.Corpus;
import io.webchat.benchmark.corpus.Words;
import io.webchat.benchmark.store.BareStore;
import io.webchat.benchmark.store.StoreProduct;
import io.webchat.client.WebChatClient;
import io.webchat.log.Topic;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of the benchmark, from its corpus to its figures. Some minutes. */
final class Run {
    private static final String VIEW = "timeline";
    private static final String PASSWORD = "benchmark-password";

    private final Plan plan;
    private final Benchmark benchmark;
    private @Nullable StoreProduct product;
    private @Nullable Replay timeline;

    Run(Plan plan, Benchmark benchmark) {
        this.plan = plan;
        this.benchmark = benchmark;
    }

    /** Never throws for a step that fails: the report says so, and has what was found before. */
    Report measure(Machine machine) {
        var error = benchmark.run(machine, "projection-service", this::measure);
        return new Report(machine, product, timeline, error);
    }

    private void measure(HttpClient http) throws Exception {
        try (var store = BareStore.open(plan.mongoUri())) {
            var measured = store.product();
            var messages = plan.messages(measured);
            product = measured;
            benchmark.line("the store: %s", measured);
            fillLog(http, messages);
            var rebuild = new Rebuild(new ViewService(http, plan.management(), VIEW));
            var found = measure(rebuild, store, messages);
            timeline = found;
            print(found);
        }
    }

    private void fillLog(HttpClient http, int messages) throws Exception {
        var founder = new WebChatClient(http, plan.endpoints());
        var name = "bench-" + Long.toString(System.currentTimeMillis(), 36);
        founder.register(name + "@bench.example", name, PASSWORD);
        Corpus.found(founder, messages).fill(plan.bootstrapServers(), List.of(founder.userId()), benchmark);
    }

    private Replay measure(Rebuild rebuild, BareStore store, int messages) throws Exception {
        var rebuilds = new ArrayList<Rebuild.Found>();
        var consumes = new ArrayList<Long>();
        var writes = new ArrayList<Long>();
        for (var round = 0; round < Plan.ROUNDS; round++) {
            consumes.add(RawConsume.perSecond(plan.bootstrapServers(), Topic.MESSAGES));
            writes.add(Math.round(store.write(messages, Words::text)));
            rebuilds.add(rebuild.measure());
        }
        return Replay.of(rebuilds, consumes, writes);
    }

    private void print(Replay found) {
        benchmark.line("");
        benchmark.line(
                "rebuild of %s, %,d offsets of the log, medians of %d rounds", VIEW, found.offsets(), Plan.ROUNDS);
        benchmark.line(
                "  %-32s %,10d events/s  (limit of at least %,d/s, half of the smaller one below: %s)",
                "rebuilt", found.rebuild(), found.atLeast(), found.holds() ? "holds" : "MISSED");
        benchmark.line("  %-32s %,10d events/s", "bare consumer, same records", found.consume());
        benchmark.line("  %-32s %,10d documents/s", "bare store, bulk writes", found.write());
    }
}
