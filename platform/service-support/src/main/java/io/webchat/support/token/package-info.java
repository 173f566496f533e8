/**
 * Who is calling: access tokens, checked in the same way by every service and by the gateway.
 *
 * <p>Guarantees: signature (HS256), issuer, audience and expiry are checked on every request under {@code /api}; a path
 * is public only where its service says so; a controller that takes an
 * {@link io.webchat.support.token.AuthenticatedUser} never runs without one. A token stays valid until it expires, at
 * most ten minutes: revoking a session stops its renewal, not the token already given out.
 */
@NullMarked
package io.webchat.support.token;

import org.jspecify.annotations.NullMarked;
