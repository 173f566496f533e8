/**
 * What a request may cost: bytes and time.
 *
 * <p>Each service has one limit for all requests, and others for the kinds of requests that it declares as
 * {@link io.webchat.support.limit.LargerRequests}.
 *
 * <p>Guarantees: no body larger than the limit reaches a controller, declared or streamed; the bodies that are in
 * memory at a time have a limit of their own; a request that takes too long is cut off by interrupting its thread,
 * which ends every blocking call of a virtual thread. Limits of that: a computation that never blocks is not
 * interrupted, and an answer that has begun is not replaced. A body that stops arriving altogether ends at Tomcat's
 * connection timeout (10 s), if that comes first. WebSockets are not requests: the limits end with their handshake.
 */
@NullMarked
package io.webchat.support.limit;

import org.jspecify.annotations.NullMarked;
