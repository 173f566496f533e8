package io.webchat.test;

import org.jspecify.annotations.Nullable;

final class SharedInfrastructure {
    static final Infrastructure INSTANCE = choose(System.getenv("WEBCHAT_TEST_INFRASTRUCTURE"));

    private SharedInfrastructure() {}

    private static Infrastructure choose(@Nullable String kind) {
        return switch (kind == null ? "embedded" : kind) {
            case "embedded" -> new EmbeddedInfrastructure();
            case "containers" -> new ContainerInfrastructure();
            default ->
                throw new IllegalArgumentException(
                        "WEBCHAT_TEST_INFRASTRUCTURE: \"" + kind + "\" (expected: embedded or containers)");
        };
    }
}
