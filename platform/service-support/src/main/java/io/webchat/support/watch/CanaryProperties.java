package io.webchat.support.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The canary in the log.
 *
 * @param emit whether this service appends it when it is due; every service reads it
 * @param interval how long after the last one it is due
 */
@ConfigurationProperties("webchat.canary")
record CanaryProperties(
        @DefaultValue("false") boolean emit,
        @DefaultValue("60s") Duration interval) {}
