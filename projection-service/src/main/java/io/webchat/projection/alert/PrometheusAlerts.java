package io.webchat.projection.alert;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Asks Prometheus for its alerts ({@code GET /api/v1/alerts}), anew each time. */
@Component
@EnableConfigurationProperties(PrometheusProperties.class)
class PrometheusAlerts {
    private final PrometheusProperties properties;
    private final RestClient prometheus;

    PrometheusAlerts(PrometheusProperties properties, JsonMapper json) {
        this.properties = properties;
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(properties.timeout());
        prometheus = RestClient.builder()
                .baseUrl(properties.url())
                .requestFactory(requests)
                .configureMessageConverters(
                        converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .build();
    }

    boolean areConfigured() {
        return properties.isConfigured();
    }

    /** Throws {@link RestClientException} if it does not answer as Prometheus does. */
    List<Raised> raised() {
        var answer = prometheus.get().uri("/api/v1/alerts").retrieve().body(PrometheusAnswer.class);
        if (answer == null || answer.data() == null || answer.data().alerts() == null) {
            throw new RestClientException("no alerts in the answer");
        }
        return Objects.requireNonNull(answer.data().alerts());
    }

    record PrometheusAnswer(@Nullable Data data) {}

    record Data(@Nullable List<Raised> alerts) {}

    /**
     * An alert as Prometheus tells of it.
     *
     * @param state {@code firing}, or {@code pending} until its condition has held for long enough
     * @param activeAt since when its condition holds
     */
    record Raised(
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> annotations,
            String state,
            Instant activeAt) {
        String label(String name) {
            return labels == null ? "" : labels.getOrDefault(name, "");
        }

        @Nullable
        String annotation(String name) {
            return annotations == null ? null : annotations.get(name);
        }
    }
}
