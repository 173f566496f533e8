/**
 * The WebSocket endpoint: handshake, the life cycle of a session, bounded queues towards sockets, deadlines and limits.
 */
@NullMarked
package io.webchat.push.gateway;

import org.jspecify.annotations.NullMarked;
