package io.webchat.domain.message;

import org.jspecify.annotations.Nullable;

/**
 * What a command on a message is decided on, beside the server.
 *
 * @param message null if there is none with the id in the channel
 * @param pins those of the channel
 * @param thread the one that hangs on the message; null if there is none
 */
public record Target(
        @Nullable Message message, Pins pins, @Nullable MessageThread thread) {}
