/**
 * Read your own writes: where in the log a caller's last write stands, as an opaque token.
 *
 * <p>Guarantees: a token cannot be forged, used by another user, or mistaken for a position in another incarnation of
 * the log; it means the same to every instance of every service. It does not say that a view has reached the position:
 * whoever reads waits for that. A token has no expiry; it becomes invalid when {@code JWT_SECRET} changes.
 */
@NullMarked
package io.webchat.support.consistency;

import org.jspecify.annotations.NullMarked;
