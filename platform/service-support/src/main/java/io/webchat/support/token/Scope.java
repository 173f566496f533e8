package io.webchat.support.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody may beyond everybody else, on the whole platform. A token names them as OAuth does (RFC 6749, 3.3). */
public enum Scope {
    /** Watches and mends the platform. It opens no door to what people say. */
    OPERATOR;

    /** In lower case. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the value of {@code scope}: separated by spaces, empty for none. */
    public static String listed(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::value).collect(Collectors.joining(" "));
    }

    /** Those that a value of {@code scope} names; what this version does not know counts for nothing. */
    static Set<Scope> in(@Nullable String listed) {
        var values = listed == null
                ? Set.<String>of()
                : Set.copyOf(Stream.of(listed.split(" ")).toList());
        return Arrays.stream(values())
                .filter(scope -> values.contains(scope.value()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
