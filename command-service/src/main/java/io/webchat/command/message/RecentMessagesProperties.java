package io.webchat.command.message;

import io.webchat.log.Topic;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the messages' log an instance remembers in order to recognise repetitions without asking a view.
 *
 * @param window records older than this are forgotten
 * @param max how many records at most
 */
@Validated
@ConfigurationProperties("webchat.recent-messages")
record RecentMessagesProperties(
        @DefaultValue("10m") @NotNull @DurationMin(minutes = 6)
        Duration window,

        @DefaultValue("480000") @Min(1_200) int max) {
    int perPartition() {
        return max / Topic.PARTITIONS;
    }
}
