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
 * How single records of the log are read back.
 *
 * @param consumers at most, and so as many reads at once; each takes a connection to every broker that it reads from
 * @param freeWithin how long a read waits for one of them
 * @param readWithin how long a read waits for Kafka
 * @param idle after which one that nobody needs is closed
 */
@Validated
@ConfigurationProperties("webchat.record-reader")
record RecordReaderProperties(
        @DefaultValue("4") @Min(1) @Max(100) int consumers,

        @DefaultValue("2s") @DurationMin(millis = 1) @DurationMax(seconds = 10)
        Duration freeWithin,

        @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(seconds = 10)
        Duration readWithin,

        @DefaultValue("1m") @DurationMin(millis = 10) Duration idle) {}
