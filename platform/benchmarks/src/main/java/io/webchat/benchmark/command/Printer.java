package io.webchat.benchmark.command;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Latency;
import java.util.Locale;

/** Says for people what was found, as it is found: each figure beside its limit and beside bare Kafka's. */
final class Printer {
    private final Benchmark out;

    Printer(Benchmark out) {
        this.out = out;
    }

    void steady(String title, String webChat, String kafka, SteadyPace.Comparison found) {
        var pace = found.pace();
        line("");
        line(
                "%s at %d a second, medians of %d rounds of %d s",
                title, pace.perSecond(), pace.rounds(), pace.roundSeconds());
        var limit = found.limit();
        line(
                "%s  (limit of %s %.0f ms: %s)",
                latency(webChat, found.webChat()),
                limit.figure().name().toLowerCase(Locale.ROOT),
                limit.millis(),
                found.holds() ? "holds" : "MISSED");
        line("%s", latency(kafka, found.kafka()));
    }

    void sustained(SustainedRate.Comparison found) {
        line("");
        line("highest rate of sends that is sustained with p99 under %d ms", found.limitMillis());
        line("%s", rate("messages accepted (HTTP 201)", found.webChat()));
        line("%s", rate("bare Kafka, acknowledged", found.kafka()));
    }

    private static String latency(String name, Latency latency) {
        return String.format(Locale.ROOT, "  %-30s p50 %7.2f ms  p99 %7.2f ms", name, latency.p50(), latency.p99());
    }

    private static String rate(String name, SustainedRate.Found found) {
        var format = found.bounded() ? "  %-30s %7d/s" : "  %-30s %7d/s or more: no higher rate was missed";
        return String.format(Locale.ROOT, format, name, found.perSecond());
    }

    private void line(String format, Object... arguments) {
        out.line(format, arguments);
    }
}
