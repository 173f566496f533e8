package io.webchat.support.tracing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/**
 * The one switch: tracing is on if the environment says where traces go, {@code OTEL_EXPORTER_OTLP_ENDPOINT} or
 * {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT}, which Spring Boot makes properties of, and nothing there forbids it.
 */
final class TracingSwitch implements EnvironmentPostProcessor {
    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    /** Of {@code OTEL_SDK_DISABLED}, and of {@code OTEL_TRACES_EXPORTER=none}. */
    private static final String[] FORBIDDING = {
        "management.opentelemetry.enabled", "management.tracing.export.otlp.enabled"
    };

    /** Asks logs to have room for a trace id, among other things. */
    private static final String EXPORT = "management.tracing.export.enabled";

    static boolean isOn(Environment environment) {
        if (!StringUtils.hasText(environment.getProperty(ENDPOINT))) {
            return false;
        }
        for (var property : FORBIDDING) {
            if (!environment.getProperty(property, Boolean.class, true)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new Export(environment));
    }

    /** Decides when it is asked: what says where traces go may come after it. */
    private static final class Export extends PropertySource<Object> {
        private final Environment environment;

        /** The environment is not its source: Spring Boot would look for that one's sources, and so for this one. */
        Export(Environment environment) {
            super("webchat-tracing");
            this.environment = environment;
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return (name.equals(EXPORT) && !isOn(environment)) ? false : null;
        }
    }
}
