package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Finds out who listens on a port, where the system's tools tell. */
final class PortOwner {
    private static final Pattern SS = Pattern.compile("\\(\"([^\"]+)\",pid=(\\d+)");
    private static final Pattern LSOF = Pattern.compile("p(\\d+)\\s+c(\\S+)");

    private PortOwner() {}

    /** Such as {@code node (pid 4711)}. */
    static Optional<String> of(int port) {
        var ss = SS.matcher(output(List.of("ss", "-ltnpH", "sport = :" + port)));
        if (ss.find()) {
            return Optional.of(describe(ss.group(1), ss.group(2)));
        }
        var lsof = LSOF.matcher(output(List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")));
        return lsof.find() ? Optional.of(describe(lsof.group(2), lsof.group(1))) : Optional.empty();
    }

    private static String describe(String name, String pid) {
        return name + " (pid " + pid + ")";
    }

    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(2, TimeUnit.SECONDS);
            return output;
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
