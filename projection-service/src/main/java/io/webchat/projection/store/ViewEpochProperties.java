package io.webchat.projection.store;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How instances take turns when the views of another log have to be emptied.
 *
 * @param patience how long the one that empties them may show no sign of life before another takes over
 */
@Validated
@ConfigurationProperties("webchat.view-epoch")
record ViewEpochProperties(
        @DefaultValue("2m") @DurationMin(millis = 100) Duration patience) {}
