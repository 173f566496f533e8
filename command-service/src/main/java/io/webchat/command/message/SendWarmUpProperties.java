package io.webchat.command.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is sent before the service is ready.
 *
 * @param requests 0 for none
 * @param atMost how long it may delay readiness
 */
@Validated
@ConfigurationProperties("webchat.send-warm-up")
record SendWarmUpProperties(
        @DefaultValue("250") @Min(0) @Max(100_000) int requests,

        @DefaultValue("3s") @DurationMin(millis = 0) @DurationMax(seconds = 60)
        Duration atMost) {}
