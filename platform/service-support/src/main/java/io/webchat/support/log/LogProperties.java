package io.webchat.support.log;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this service talks to the log.
 *
 * @param bootstrapServers {@code host:port[,host:port…]}
 * @param replicationFactor of topics that this service creates: 3 in production
 * @param maxBlock how long a send may wait for metadata or buffer space before it fails
 * @param requestTimeout how long one produce request may go without an answer
 * @param deliveryTimeout how long a send may take in all, retries included, before it fails
 */
@Validated
@ConfigurationProperties("webchat.log")
public record LogProperties(
        @NotBlank String bootstrapServers,
        @DefaultValue("3") @Min(1) @Max(9) short replicationFactor,
        @DefaultValue("3s") Duration maxBlock,
        @DefaultValue("4s") Duration requestTimeout,
        @DefaultValue("8s") Duration deliveryTimeout) {}
