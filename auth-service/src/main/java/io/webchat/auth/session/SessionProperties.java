package io.webchat.auth.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last.
 *
 * @param accessTokenLifetime of one access token
 * @param idleLifetime of a session, from its last refresh
 * @param rotationGrace how long a replaced refresh token still gives its successor
 */
@ConfigurationProperties("webchat.session")
public record SessionProperties(
        @DefaultValue("10m") Duration accessTokenLifetime,
        @DefaultValue("30d") Duration idleLifetime,
        @DefaultValue("30s") Duration rotationGrace) {}
