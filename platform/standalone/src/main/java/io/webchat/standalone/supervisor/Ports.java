package io.webchat.standalone.supervisor;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The ports of a stack. An offset moves all of them, so that stacks can live side by side.
 *
 * @param offset 0 to 20,000
 */
public record Ports(int offset) {
    private static final int MAX_OFFSET = 20_000;
    private static final int WEB = 3000;

    public Ports {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("port offset: " + offset + " (expected: 0 to " + MAX_OFFSET + ")");
        }
    }

    /** The one address of the product: the gateway. */
    public int web() {
        return WEB + offset;
    }

    /** The web app behind the gateway. */
    public int webApp() {
        return 3100 + offset;
    }

    /** A service's instance, counted from 1. */
    public int service(ServiceKind kind, int instance) {
        return kind.firstPort() + 100 * (instance - 1) + offset;
    }

    /** The management endpoints of a service's instance. */
    public int management(ServiceKind kind, int instance) {
        return service(kind, instance) + 1000;
    }

    public int kafka() {
        return 19092 + offset;
    }

    public int kafkaController() {
        return 19093 + offset;
    }

    public int mongo() {
        return 27117 + offset;
    }

    public int redis() {
        return 16379 + offset;
    }

    /** Whether something takes connections on a port of the loopback address, found out at once. */
    public static boolean isListening(int port) {
        return new HealthCheck.Listening(port).passes();
    }

    /** Every port of a stack with {@code instances} of each service. */
    public IntStream all(int instances) {
        var services = Arrays.stream(ServiceKind.values())
                .flatMapToInt(kind -> IntStream.rangeClosed(1, instances)
                        .flatMap(instance -> IntStream.of(service(kind, instance), management(kind, instance))));
        var others = IntStream.of(web(), webApp(), kafka(), kafkaController(), mongo(), redis());
        return IntStream.concat(services, others);
    }
}
