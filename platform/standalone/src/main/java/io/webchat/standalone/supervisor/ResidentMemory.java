package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Memory that processes hold right now, as {@code ps} sees it. Pages shared between processes count in each. */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** Bytes by pid; processes that do not run are left out. */
    public static Map<Long, Long> of(Collection<Long> pids) {
        var result = new HashMap<Long, Long>();
        if (pids.isEmpty()) {
            return result;
        }
        var list = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            var process = new ProcessBuilder("ps", "-o", "pid=,rss=", "-p", list)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var lines = process.inputReader(StandardCharsets.US_ASCII)) {
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
                    var columns = line.split("\\s+", 2);
                    result.put(Long.parseLong(columns[0]), Long.parseLong(columns[1]) * 1024);
                });
            }
        } catch (IOException e) {
            // no ps on this system: no figures
        }
        return result;
    }
}
