package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.Console;
import io.webchat.standalone.supervisor.StackFile;
import io.webchat.standalone.supervisor.StackMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private StackSelection stack = new StackSelection();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() {
        var state = new StackFile(stack.directory()).readRunning().orElse(null);
        if (state == null) {
            System.out.println(
                    json
                            ? toJson(Map.of("healthy", false, "phase", "stopped"))
                            : "WebChat does not run on " + stack.data() + ".");
            return Webchat.NOT_RUNNING;
        }
        var report = StatusReport.of(state, StackMemory.LIMIT_BYTES, Instant.now());
        if (json) {
            System.out.println(toJson(report));
        } else {
            print(report);
        }
        return report.healthy() ? 0 : Webchat.FAILED;
    }

    private static String toJson(Object value) {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    private static void print(StatusReport report) {
        System.out.printf(
                "%-14s %8s  %-10s %6s %9s %9s %8s%n", "PROCESS", "PID", "STATE", "PORT", "RESTARTS", "UPTIME", "RSS");
        for (var process : report.processes()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %8s  %-10s %6d %9d %9s %5d MB%n",
                    process.name(),
                    process.pid() == 0 ? "-" : process.pid(),
                    process.state(),
                    process.port(),
                    process.restarts(),
                    uptime(Duration.ofSeconds(process.uptimeSeconds())),
                    process.rssBytes() >> 20);
        }
        System.out.printf(
                "%s, %s: %s resident in all, supervisor and gateway included (limit %s).%n",
                report.url(),
                report.healthy() ? "healthy" : report.phase() + ", not healthy",
                Console.gigabytes(report.rssBytes()),
                Console.gigabytes(report.rssLimitBytes()));
    }

    private static String uptime(Duration uptime) {
        return uptime.toHours() > 0
                ? uptime.toHours() + "h" + uptime.toMinutesPart() + "m"
                : uptime.toMinutes() + "m" + uptime.toSecondsPart() + "s";
    }
}
