package io.webchat.standalone.supervisor;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the user sees of a stack that starts and stops, a line at a time. */
public record Console(PrintStream out) {

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void starting(StackOptions options) {
        line("Starting WebChat: data in " + options.data() + ", log files in "
                + options.data().resolve("logs") + ".");
    }

    void healthy(ProcessStatus process, Duration after) {
        line(String.format(
                Locale.ROOT,
                "  %-14s healthy after %5.1f s   port %d",
                process.name(),
                seconds(after),
                process.ports().getFirst()));
    }

    /** @param writingCaches which processes prepare faster starts when they end */
    void stopping(List<String> writingCaches) {
        line("Stopping ...");
        if (!writingCaches.isEmpty()) {
            line("  This first stop writes class caches, from which later starts are twice as fast: "
                    + String.join(", ", writingCaches) + ". It may take a minute or two.");
        }
    }

    void died(ProcessStatus process) {
        line("  " + process.name() + " died; starting it again.");
    }

    void ready(String url, String selection, Duration after, long residentBytes) {
        line(String.format(
                Locale.ROOT,
                "Ready after %.1f s. %s resident (limit %s).",
                seconds(after),
                gigabytes(residentBytes),
                gigabytes(StackMemory.LIMIT_BYTES)));
        line("");
        line("  Open      " + url);
        line("  WebSocket " + url.replace("http://", "ws://") + "/ws");
        line("  Status    ./webchat status" + selection);
        line("  Logs      ./webchat logs -f" + selection);
        line("  Stop      ./webchat down" + selection);
        line("");
    }

    /** Such as {@code 1.3 GB}, in units of 1024³ bytes. */
    public static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
