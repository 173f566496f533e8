package io.webchat.push.presence;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is known about somebody lasts.
 *
 * @param timeToLive of a device after its instance died; it is renewed, and what clients watch is read, three times
 *     within it. The same for all instances
 * @param grace for a client to come back before its device is gone
 * @param choiceKept how long what somebody has chosen is remembered after they were last there
 * @param changesPerMinute of one device that are told at once; later ones are told with the next renewal
 */
@Validated
@ConfigurationProperties("webchat.push.presence")
record PresenceProperties(
        @DefaultValue("30s") Duration timeToLive,
        @DefaultValue("5s") Duration grace,
        @DefaultValue("30d") Duration choiceKept,
        @DefaultValue("20") @Min(1) int changesPerMinute) {
    Duration interval() {
        return timeToLive.dividedBy(3);
    }
}
