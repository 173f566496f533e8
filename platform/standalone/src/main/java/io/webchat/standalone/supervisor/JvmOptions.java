package io.webchat.standalone.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the JVMs of a small stack are tuned: many of them share two cores and a few gigabytes.
 *
 * <p>Both compilers are used. Without the optimising one (C2) a stack takes twice as much processor time when nothing
 * happens, and accepts a third of the messages; with the class caches of an earlier start it is ready hardly sooner
 * (the start that writes those does without). {@code WEBCHAT_JAVA_OPTIONS} is added last and so has the last word:
 * tests, whose stacks live for minutes, do without as well.
 */
final class JvmOptions {
    private JvmOptions() {}

    static List<String> java(Path java, String heap, Map<String, String> environment) {
        var options = new ArrayList<>(List.of(
                java.toString(),
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
}
