package io.webchat.standalone.supervisor;

import java.util.EnumMap;
import java.util.Map;

/** How many instances of each service run: one, unless said otherwise. */
public record Instances(Map<ServiceKind, Integer> counts) {
    public static final int MAX = 9;

    /** One of each service. */
    public static final Instances ONE_EACH = new Instances(Map.of());

    public Instances {
        counts = Map.copyOf(counts);
    }

    /**
     * Reads {@code push=2,command=2}; services left out run once. Each may be named once.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static Instances parse(String text) {
        var counts = new EnumMap<ServiceKind, Integer>(ServiceKind.class);
        for (var part : text.split(",", -1)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException(
                        "instances: \"" + text + "\" (expected: services and counts, such as push=2,command=2)");
            }
            var pair = part.strip().split("=", 2);
            var kind = ServiceKind.of(pair[0].strip())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "unknown service: " + pair[0] + " (expected: auth, command, projection or push)"));
            if (counts.put(kind, count(kind, pair)) != null) {
                throw new IllegalArgumentException("instances of " + kind.word() + " are given twice: " + text);
            }
        }
        return new Instances(counts);
    }

    private static int count(ServiceKind kind, String[] pair) {
        try {
            var count = pair.length == 2 ? Integer.parseInt(pair[1].strip()) : 0;
            if (count >= 1 && count <= MAX) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below, like every other wrong count
        }
        throw new IllegalArgumentException("instances of " + kind.word() + ": " + (pair.length == 2 ? pair[1] : "")
                + " (expected: 1 to " + MAX + ")");
    }

    public int of(ServiceKind kind) {
        return counts.getOrDefault(kind, 1);
    }
}
