package io.webchat.command.view;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where projection-service is asked about messages.
 *
 * @param url of an instance, or of what balances the load between several
 * @param timeout of one question; longer than a view waits for a consistency token
 */
@Validated
@ConfigurationProperties("webchat.projection-service")
record ProjectionServiceProperties(
        @DefaultValue("http://localhost:8083") @NotNull URI url,
        @DefaultValue("3s") @NotNull Duration timeout) {}
