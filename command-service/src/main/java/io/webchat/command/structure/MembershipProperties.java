package io.webchat.command.structure;

import io.webchat.domain.structure.MembershipLimits;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many places one person may be in. The same for all instances.
 *
 * @param servers in which somebody is a member, their own included
 * @param groups in which somebody is, whoever brought them in
 */
@Validated
@ConfigurationProperties("webchat.membership")
record MembershipProperties(
        @DefaultValue("200") @Min(1) int servers,
        @DefaultValue("500") @Min(1) int groups) {
    MembershipLimits limits() {
        return new MembershipLimits(servers, groups);
    }
}
