package io.webchat.push.typing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody is said to be writing.
 *
 * @param again after which it is said again that somebody is writing in the same place
 * @param elsewhere after which it is said that the same client is writing somewhere else
 */
@Validated
@ConfigurationProperties("webchat.push.typing")
record TypingProperties(
        @DefaultValue("2500ms") Duration again,
        @DefaultValue("500ms") Duration elsewhere) {}
