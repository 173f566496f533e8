package io.webchat.support.tracing;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a service {@link LogTracing}, which is {@link LogTracing#OFF} unless {@link TracingSwitch} is on. */
@AutoConfiguration(after = OpenTelemetrySdkAutoConfiguration.class)
class TracingAutoConfiguration {
    @Bean
    LogTracing logTracing(ObjectProvider<OpenTelemetry> telemetry) {
        var available = telemetry.getIfAvailable();
        return available == null ? LogTracing.OFF : LogTracing.by(available, Clock.systemUTC());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(OpenTelemetry.class)
    static class Exported {
        /** Who looks after a service asks it several times a minute, and is no part of what people do. */
        @Bean
        SpanExportingPredicate requestsOfPeople() {
            return span -> !span.getTags().getOrDefault("uri", "").startsWith("/actuator");
        }

        /**
         * Whole paths name people and places, and an invite's code lets in whoever reads it; their pattern is enough.
         */
        @Bean
        SpanFilter withoutPaths() {
            return span -> {
                var tags = new HashMap<>(span.getTags());
                tags.remove("http.url");
                return span.setTags(tags);
            };
        }
    }
}
