package io.webchat.push.fanout;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept of the recent past, and how long delivery waits.
 *
 * @param recentEvents of each stream kept in memory at most, and read again when an instance starts
 * @param recentBytes of each stream kept in memory at most; there are 48 streams
 * @param causeTimeout how long a message may wait for the structure that it was authorised by
 */
@Validated
@ConfigurationProperties("webchat.push.fanout")
public record FanOutProperties(
        @DefaultValue("5000") @Min(1) int recentEvents,
        @DefaultValue("4MB") DataSize recentBytes,
        @DefaultValue("2s") Duration causeTimeout) {}
