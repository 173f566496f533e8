package io.webchat.benchmark.read;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Machine;
import io.webchat.benchmark.corpus.Corpus;
import io.webchat.benchmark.corpus.Words;
import io.webchat.benchmark.store.BareStore;
import io.webchat.benchmark.store.StoreProduct;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of the benchmark, from its people to its figures. Some minutes. */
final class Run {
    private final Plan plan;
    private final Benchmark benchmark;
    private final Printer printer;
    private final List<Reading.Found> readings = new ArrayList<>();
    private @Nullable StoreProduct product;
    private @Nullable Integer messages;

    Run(Plan plan, Benchmark benchmark) {
        this.plan = plan;
        this.benchmark = benchmark;
        this.printer = new Printer(benchmark);
    }

    /** Never throws for a step that fails: the report says so, and has what was found before. */
    Report measure(Machine machine) {
        var error = benchmark.run(machine, "projection-service", this::measure);
        return new Report(machine, product, messages, readings, error);
    }

    private void measure(HttpClient http) throws Exception {
        try (var store = BareStore.open(plan.mongoUri())) {
            var measured = store.product();
            var size = plan.messages(measured);
            product = measured;
            messages = size;
            benchmark.line("the store: %s", measured);
            var readers = Readers.create(http, plan.endpoints());
            var corpus = Corpus.found(readers.founder(), size);
            readers.join(corpus);
            corpus.fill(plan.bootstrapServers(), readers.ids(), benchmark);
            store.write(Readings.DOCUMENTS, Words::text);
            for (var reading : new Readings(readers, corpus, store).all()) {
                var found = reading.measure();
                readings.addAll(found);
                found.forEach(printer::reading);
            }
        }
    }
}
