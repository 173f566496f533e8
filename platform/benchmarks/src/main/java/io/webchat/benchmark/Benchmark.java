package io.webchat.benchmark;

import io.webchat.client.WebChatClient;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where a benchmark tells what it finds: for people as it is found, or as one JSON object at its end. */
public final class Benchmark {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final String name;
    private final boolean json;

    /** @param name such as {@code bench push} */
    public Benchmark(String name, boolean json) {
        this.name = name;
        this.json = json;
    }

    /** What is to be measured. */
    @FunctionalInterface
    public interface Steps {
        void run(HttpClient http) throws Exception;
    }

    /**
     * Never throws for a step that fails: what was found before is worth having.
     *
     * @param service what was measured, beside its JVM options
     * @return why a step failed; null if none did
     */
    public @Nullable String run(Machine machine, String service, Steps steps) {
        line(
                "%d cores, %d MB of memory, load average %.2f before; Java %s",
                machine.cores(), machine.memoryMegabytes(), machine.loadBefore(), machine.jvm());
        var options = machine.serviceOptions();
        line("%s runs with %s", service, options.isEmpty() ? "unknown options" : options);
        try (var http = WebChatClient.newHttpClient()) {
            steps.run(http);
            http.shutdownNow();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (Exception e) {
            var error = e.getMessage() == null ? e.toString() : e.getMessage();
            line("");
            line("%s: FAILED: %s", name, error);
            return error;
        }
    }

    /** Says something to people. */
    public void line(String format, Object... arguments) {
        if (!json) {
            out.println(String.format(Locale.ROOT, format, arguments));
        }
    }

    /** Says all of it to programs; returns the exit code. */
    public int finish(Object report, @Nullable String error) {
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        }
        return error == null ? 0 : 1;
    }
}
