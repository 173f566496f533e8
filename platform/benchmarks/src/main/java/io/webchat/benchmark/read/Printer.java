package io.webchat.benchmark.read;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Latency;
import java.util.Locale;

/** Says for people what was found, as it is found: each figure beside what is promised and beside the bare store's. */
final class Printer {
    private final Benchmark out;

    Printer(Benchmark out) {
        this.out = out;
    }

    void reading(Reading.Found found) {
        out.line("");
        out.line(
                "%s, %s, medians of rounds of %d calls",
                found.name(),
                found.readers() == 1 ? "one reader" : found.readers() + " readers",
                found.callsInARound());
        out.line("%s  %6d/s%s", latency("answered (HTTP 200)", found.webChat()), found.perSecond(), promised(found));
        if (found.store() != null) {
            out.line("%s", latency("bare store, as many in an answer", found.store()));
        }
    }

    private static String promised(Reading.Found found) {
        var promise = found.promise();
        return promise == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  (limits of p50 %.0f ms, p99 %.0f ms: %s)",
                        promise.p50().millis(),
                        promise.p99().millis(),
                        promise.holds(found.webChat()) ? "hold" : "MISSED");
    }

    private static String latency(String name, Latency latency) {
        return String.format(Locale.ROOT, "  %-30s p50 %7.2f ms  p99 %7.2f ms", name, latency.p50(), latency.p99());
    }
}
