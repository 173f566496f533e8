/**
 * How a service runs unless it says otherwise: settings that all share, the JSON of HTTP, ids in paths, and start
 * failures that say what to do.
 *
 * <p>Guarantees: health, metrics and info are on the management port (own port + 1000) and nowhere else; a service
 * listens on the loopback address unless {@code SERVER_ADDRESS} says otherwise; SIGTERM lets running requests finish
 * for up to 20 s.
 */
@NullMarked
package io.webchat.support.operations;

import org.jspecify.annotations.NullMarked;
