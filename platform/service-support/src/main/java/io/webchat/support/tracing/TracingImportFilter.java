package io.webchat.support.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps Spring Boot's tracing out of a service while {@link TracingSwitch} is off: by itself it would make spans, and a
 * thread that exports them to nowhere, as soon as OpenTelemetry is on the class path. Logs are never exported by it:
 * they go to the console, whoever ships them.
 */
final class TracingImportFilter implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final String LOGS = "org.springframework.boot.opentelemetry.autoconfigure.logging.";
    private static final List<String> TRACING =
            List.of("org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry.");

    private boolean isOn;

    @Override
    public void setEnvironment(Environment environment) {
        isOn = TracingSwitch.isOn(environment);
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        var matches = new boolean[autoConfigurations.length];
        for (var i = 0; i < matches.length; i++) {
            matches[i] = isWanted(autoConfigurations[i]);
        }
        return matches;
    }

    private boolean isWanted(@Nullable String autoConfiguration) {
        return autoConfiguration == null
                || (!autoConfiguration.startsWith(LOGS)
                        && (isOn || TRACING.stream().noneMatch(autoConfiguration::startsWith)));
    }
}
