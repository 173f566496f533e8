package io.webchat.standalone.supervisor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four services, with the port of the first instance of each. */
public enum ServiceKind {
    AUTH(8081),
    COMMAND(8082),
    PROJECTION(8083),
    PUSH(8084);

    private final int firstPort;

    ServiceKind(int firstPort) {
        this.firstPort = firstPort;
    }

    int firstPort() {
        return firstPort;
    }

    /** What users call it, as in {@code --instances push=2}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Maven module, and the directory of the unpacked application. */
    String module() {
        return word() + "-service";
    }

    static Optional<ServiceKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
