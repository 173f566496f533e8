package io.webchat.push.resume;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is done for a client that comes back.
 *
 * @param maxLogRecords that are read from the log for one client; who has missed more is told to fetch anew
 * @param concurrentReaders of the log at most; further clients wait their turn
 * @param logTimeout how long the log may keep a client waiting
 */
@Validated
@ConfigurationProperties("webchat.push.resume")
public record ResumeProperties(
        @DefaultValue("100000") @Min(0) long maxLogRecords,
        @DefaultValue("8") @Min(1) int concurrentReaders,
        @DefaultValue("10s") Duration logTimeout) {}
