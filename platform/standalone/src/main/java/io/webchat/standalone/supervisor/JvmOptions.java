package io.webchat.standalone.supervisor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the JVMs of a small stack are tuned: many of them share two cores and a few gigabytes.
 *
 * <p>Only the quick compiler (C1) is used: the optimising one takes half of a service's processor time during its
 * start, and most of what a service does here is wait for Kafka. {@code WEBCHAT_JAVA_OPTIONS} is added last and so has
 * the last word, for measurements for instance.
 */
final class JvmOptions {
    /** Which classes cannot be kept is nothing that anybody could mend. */
    private static final String QUIET = "-Xlog:aot*=error";

    private JvmOptions() {}

    static List<String> java(Path java, String heap, Map<String, String> environment) {
        var options = new ArrayList<>(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        Arrays.stream(environment.getOrDefault("WEBCHAT_JAVA_OPTIONS", "").split("\\s+", -1))
                .filter(option -> !option.isEmpty())
                .forEach(options::add);
        return options;
    }

    /**
     * Starts from the cache of loaded and linked classes that an earlier run of the same program has left, in half of
     * the time. Where there is none, one process of a program may leave it when it ends. Each Java has its own.
     *
     * @param folder where the caches of a program are
     * @param program a file name
     */
    static List<String> classCache(Path folder, String program, boolean leavesOne) {
        var cache = folder.resolve(program + "-" + Runtime.version() + ".aot");
        if (Files.exists(cache)) {
            return List.of("-XX:AOTCache=" + cache, QUIET);
        }
        return leavesOne ? List.of("-XX:AOTCacheOutput=" + cache, QUIET) : List.of();
    }

    /** Whether a process takes its time to end, since it then leaves a cache. */
    static boolean leavesClassCache(List<String> command) {
        return command.stream().anyMatch(argument -> argument.startsWith("-XX:AOTCacheOutput="));
    }
}
