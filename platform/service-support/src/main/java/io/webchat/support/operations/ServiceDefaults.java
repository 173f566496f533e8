package io.webchat.support.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/** Adds {@code webchat-defaults.yml} below everything else, so that a service or an operator can override each line. */
final class ServiceDefaults implements EnvironmentPostProcessor, Ordered {
    private static final int MANAGEMENT_PORT_DISTANCE = 1000;

    /** After the service's own configuration files, because the management port follows from them. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            new YamlPropertySourceLoader()
                    .load("webchat-defaults", new ClassPathResource("webchat-defaults.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var port = environment.getProperty("server.port", Integer.class, 8080);
        var managementPort = port == 0 ? 0 : port + MANAGEMENT_PORT_DISTANCE;
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "webchat-management-port", Map.of("management.server.port", managementPort)));
    }
}
