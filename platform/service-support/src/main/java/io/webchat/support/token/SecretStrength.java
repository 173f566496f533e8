package io.webchat.support.token;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a usable secret from one that somebody forgot to set. */
final class SecretStrength {
    static final int MIN_BYTES = 32;

    private static final int MIN_DISTINCT = 10;
    private static final List<String> PLACEHOLDERS = List.of(
            "changeme",
            "replaceme",
            "changethis",
            "changeit",
            "yoursecret",
            "yourjwtsecret",
            "jwtsecret",
            "secretkey",
            "placeholder",
            "defaultsecret",
            "notsecret",
            "insecure");

    private SecretStrength() {}

    static String require(@Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            throw new UnusableSecretException("is not set");
        }
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES) {
            throw new UnusableSecretException("is shorter than " + MIN_BYTES + " bytes");
        }
        if (secret.chars().distinct().count() < MIN_DISTINCT) {
            throw new UnusableSecretException("has fewer than " + MIN_DISTINCT + " different characters");
        }
        var letters = secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (PLACEHOLDERS.stream().anyMatch(letters::contains)) {
            throw new UnusableSecretException("is a well-known placeholder");
        }
        return secret;
    }
}
