package io.webchat.command.structure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How structural commands are written and waited for.
 *
 * @param transactionTimeout bounds how long a vanished writer's open transaction can hold up the next owner
 * @param retryAfter the pause before a transaction that failed is tried again, for ever
 * @param commandsPerTransaction at most
 * @param outcomeWait how long a request waits to hear what became of its command; a writer that does not get on with
 *     what it has begun for as long is told to be down. Below the 30 s after which a request is cut off
 * @param replicaWait how long an answer may be held back for this instance's replica to contain it
 */
@Validated
@ConfigurationProperties("webchat.structure-writer")
record StructureWriterProperties(
        @DefaultValue("5s") @DurationMin(seconds = 1) @DurationMax(minutes = 15)
        Duration transactionTimeout,

        @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(seconds = 30)
        Duration retryAfter,

        @DefaultValue("500") @Min(1) @Max(10_000) int commandsPerTransaction,

        @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(seconds = 25)
        Duration outcomeWait,

        @DefaultValue("1s") @DurationMin(millis = 0) @DurationMax(seconds = 4)
        Duration replicaWait) {}
