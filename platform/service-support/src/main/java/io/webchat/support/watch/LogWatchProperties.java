package io.webchat.support.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Watching the log and its consumers from outside.
 *
 * @param enabled whether this service does; one that consumes nothing itself is right for it
 * @param interval between two looks
 */
@ConfigurationProperties("webchat.log-watch")
record LogWatchProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("10s") Duration interval) {}
