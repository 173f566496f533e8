package io.webchat.projection.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who knows the alerts.
 *
 * @param url of Prometheus, without a path; blank for none
 * @param timeout for connecting, and for the answer
 */
@ConfigurationProperties("webchat.prometheus")
record PrometheusProperties(
        @DefaultValue("") String url, @DefaultValue("3s") Duration timeout) {
    boolean isConfigured() {
        return !url.isBlank();
    }
}
