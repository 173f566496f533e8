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
 * How much of what somebody wrote one request deletes.
 *
 * @param messages after which it leaves the rest to the next request; those of the same page and channel are deleted
 *     still
 * @param within after which it begins nothing more; well below the 30 s after which a request is cut off
 */
@Validated
@ConfigurationProperties("webchat.message-removal")
record MessageRemovalProperties(
        @DefaultValue("1000") @Min(1) @Max(10_000) int messages,

        @DefaultValue("8s") @DurationMin(millis = 1) @DurationMax(seconds = 20)
        Duration within) {}
