package io.webchat.auth.password;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a password hash costs. New parameters apply to an account when its owner logs in next.
 *
 * @param memory of one hash
 * @param iterations over that memory
 * @param concurrency how many hashes may be computed at once; the rest wait
 * @param maxWait how long a request waits before it is told that the service is busy
 */
@Validated
@ConfigurationProperties("webchat.password")
public record PasswordProperties(
        @DefaultValue("19456KB") DataSize memory,
        @DefaultValue("2") @Min(1) int iterations,
        @DefaultValue("2") @Min(1) int concurrency,
        @DefaultValue("10s") Duration maxWait) {}
