package io.webchat.client.smoke;

import java.io.PrintStream;
import java.util.Locale;

/** Says for people what happens: a line per step as it ends, and the figures beside their limits. */
final class Printer {
    private final PrintStream out;

    Printer(PrintStream out) {
        this.out = out;
    }

    void step(Step step) {
        if (step.error() == null) {
            line("  ✔ %s (%.0f ms)", step.name(), step.millis());
        } else {
            line("  ✘ %s: %s", step.name(), step.error());
        }
    }

    void end(Report report) {
        var accept = report.accept();
        var delivery = report.delivery();
        if (accept != null && delivery != null) {
            latency("accept (HTTP 201)", accept);
            latency("delivery (socket)", delivery);
            line(
                    "  of %d sends at %d a second; %d warm-up sends before them are not counted",
                    report.pace().sends(),
                    report.pace().perSecond(),
                    report.pace().warmUp());
        }
        line("%s", report.ok() ? "smoke: ok" : "smoke: FAILED");
    }

    private void latency(String name, Latency latency) {
        line(
                "  %s  p50 %6.2f ms (limit %.0f ms: %s)  p99 %6.2f ms",
                name, latency.p50(), latency.limit(), latency.holds() ? "holds" : "MISSED", latency.p99());
    }

    private void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
