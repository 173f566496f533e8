/**
 * The words of the gateway protocol ({@code platform/docs/gateway-protocol.md}): streams, positions, frames and close
 * codes. No I/O.
 */
@NullMarked
package io.webchat.push.protocol;

import org.jspecify.annotations.NullMarked;
