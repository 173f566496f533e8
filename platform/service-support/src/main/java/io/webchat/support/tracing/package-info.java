/**
 * Tracing by OpenTelemetry, off unless the environment says where traces go. What is traced over HTTP is Spring's; here
 * is what it lacks: the way through the log, from the append of a record to whatever its consumers make of it.
 */
@NullMarked
package io.webchat.support.tracing;

import org.jspecify.annotations.NullMarked;
