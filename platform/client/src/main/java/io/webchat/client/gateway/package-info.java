/**
 * The client's side of the gateway protocol (platform/docs/gateway-protocol.md). A
 * {@link io.webchat.client.gateway.GatewayConnection} is one WebSocket from {@code hello} to its end; a
 * {@link io.webchat.client.gateway.GatewayFollower} strings many of them together, so that its listener sees each event
 * once, whatever happens in between.
 */
@NullMarked
package io.webchat.client.gateway;

import org.jspecify.annotations.NullMarked;
