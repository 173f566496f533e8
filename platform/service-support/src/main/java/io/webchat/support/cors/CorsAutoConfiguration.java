package io.webchat.support.cors;

import io.webchat.support.FilterOrder;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.consistency.ViewAge;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/** Answers preflight requests and refuses foreign origins, before anything else looks at a request. */
@AutoConfiguration
@EnableConfigurationProperties(CorsProperties.class)
class CorsAutoConfiguration {
    private static final Duration PREFLIGHT_CACHE = Duration.ofHours(1);

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(CorsProperties properties, JsonMapper json) {
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", configuration(properties));
        source.registerCorsConfiguration("/ws", configuration(properties));
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new ProblemCorsProcessor(json));
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(FilterOrder.CORS);
        return registration;
    }

    private static CorsConfiguration configuration(CorsProperties properties) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(properties.allowedOrigins());
        cors.setAllowCredentials(true);
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Idempotency-Key", ConsistencyTokens.HEADER));
        cors.setExposedHeaders(List.of(
                ConsistencyTokens.HEADER,
                ViewAge.HEADER,
                HttpHeaders.DATE,
                HttpHeaders.RETRY_AFTER,
                "RateLimit-Policy",
                "RateLimit"));
        cors.setMaxAge(PREFLIGHT_CACHE);
        return cors;
    }
}
