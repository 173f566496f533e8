/**
 * Takes commands, decides, and appends what happened to the log.
 *
 * <p>Messages are appended at once, authorised on the in-memory replica of the structure
 * ({@link io.webchat.command.message}). Structural commands go through the one writer of their server
 * ({@link io.webchat.command.structure}). Nothing is answered with success before Kafka has acknowledged it.
 */
@NullMarked
package io.webchat.command;

import org.jspecify.annotations.NullMarked;
