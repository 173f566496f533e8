package io.webchat.projection;

import io.webchat.test.ServiceInstance;
import java.util.UUID;

/**
 * Two instances with the settings of production that share their views, for all tests that need none of their own. Only
 * Redis may take its time, and who is called is decided sooner. Each is started when it is first asked for, and runs
 * until the JVM ends.
 */
public final class SharedInstances {
    private static final String DATABASE = "MONGO_DATABASE=shared-" + UUID.randomUUID();

    private SharedInstances() {}

    public static ServiceInstance first() {
        return First.INSTANCE;
    }

    public static ServiceInstance second() {
        return Second.INSTANCE;
    }

    private static ServiceInstance start() {
        return ServiceInstance.start(
                ProjectionServiceApplication.class,
                DATABASE,
                "spring.data.redis.timeout=10s",
                "spring.data.redis.connect-timeout=10s",
                "webchat.notification.look-again=200ms",
                "webchat.notification.grace=500ms");
    }

    private static final class First {
        static final ServiceInstance INSTANCE = start();
    }

    private static final class Second {
        static final ServiceInstance INSTANCE = start();
    }
}
