package io.webchat.command.structure;

import io.webchat.log.Topic;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many outcomes of structural commands an instance remembers.
 *
 * @param max at most; those of a day if they are fewer
 */
@Validated
@ConfigurationProperties("webchat.outcomes")
record OutcomeProperties(@DefaultValue("240000") @Min(1_200) int max) {
    int perPartition() {
        return max / Topic.PARTITIONS;
    }
}
