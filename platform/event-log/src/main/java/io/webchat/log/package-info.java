/**
 * The wire format of the log and everything that reads it in order.
 *
 * <p>The format is a public interface, described in {@code platform/docs/event-log.md}: JSON values, CloudEvents
 * headers, partitions computed from the id that gives the order. Nothing here knows Spring.
 */
@NullMarked
package io.webchat.log;

import org.jspecify.annotations.NullMarked;
