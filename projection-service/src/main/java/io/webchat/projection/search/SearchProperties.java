package io.webchat.projection.search;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The search index of this instance.
 *
 * @param directory below which it lies, in a directory of this instance's own; blank for a temporary one, so that each
 *     start reads all messages
 * @param commitInterval how often what was read is made durable: so much is read again after a crash
 */
@Validated
@ConfigurationProperties("webchat.search")
record SearchProperties(
        @DefaultValue("") String directory,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration commitInterval) {}
