package io.webchat.test;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;

/**
 * Gives a service the environment that an operator would give it, pointing to {@link Infrastructure#shared()}; only the
 * servers that the service asks for are started. Each context has a database of its own unless the test sets
 * {@code MONGO_DATABASE}. Whatever a test sets itself wins.
 */
public final class ServiceEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** The secret that tests sign tokens with. */
    public static final String JWT_SECRET = "a-secret-of-the-tests-that-guards-nothing-at-all";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addLast(new Variables());
    }

    private static final class Variables extends PropertySource<Map<String, Supplier<String>>> {
        Variables() {
            super("test environment", variables("test-" + UUID.randomUUID()));
        }

        @Override
        public @Nullable Object getProperty(String name) {
            var value = getSource().get(name);
            return value == null ? null : value.get();
        }

        private static Map<String, Supplier<String>> variables(String database) {
            var infrastructure = Infrastructure.shared();
            return Map.ofEntries(
                    Map.entry("KAFKA_BOOTSTRAP_SERVERS", infrastructure::kafkaBootstrapServers),
                    Map.entry("WEBCHAT_REPLICATION_FACTOR", () -> "1"),
                    Map.entry("MONGO_URI", infrastructure::mongoUri),
                    Map.entry("MONGO_DATABASE", () -> database),
                    Map.entry("REDIS_URL", infrastructure::redisUrl),
                    Map.entry("JWT_SECRET", () -> JWT_SECRET),
                    // Nobody answers there: a test never asks the services of a platform that runs beside it.
                    Map.entry("PROJECTION_SERVICE_URL", () -> "http://127.0.0.1:1"),
                    // Only a test of the description asks for it; a service that runs for real does not have it at all.
                    Map.entry("springdoc.api-docs.enabled", () -> "false"),
                    Map.entry("SERVER_PORT", () -> "0"),
                    Map.entry("MANAGEMENT_SERVER_PORT", () -> "0"),
                    Map.entry("server.address", () -> "127.0.0.1"),
                    Map.entry("management.server.address", () -> "127.0.0.1"));
        }
    }
}
