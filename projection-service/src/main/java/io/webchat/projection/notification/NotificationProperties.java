package io.webchat.projection.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are called.
 *
 * @param grace how old a message is at least: a page that shows it needs a moment to tell that it was read
 * @param fresh how old it is at most
 * @param lookAgain how often it is looked who can be called at all
 */
@ConfigurationProperties("webchat.notification")
record NotificationProperties(
        @DefaultValue("2s") Duration grace,
        @DefaultValue("2m") Duration fresh,
        @DefaultValue("5s") Duration lookAgain) {}
