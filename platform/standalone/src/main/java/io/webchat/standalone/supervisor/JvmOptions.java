package io.webchat.standalone.supervisor;

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
}
