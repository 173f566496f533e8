/**
 * Calling browsers that have no page open, by the push services of their makers (RFC 8030). Whom to call is decided in
 * projection-service and told through Redis; here it is known where their browsers are, and spoken with them.
 *
 * <p>Guarantees: what is sent can be read by the browser alone, not by its push service (RFC 8291). A call is handed
 * over once at most; a push service that did not answer is asked again, and the topic makes one of both. None is made
 * when it is older than two minutes: what was not told is found by whoever looks. Of one person at most ten browsers
 * are called, those used last, and four at once. A subscription that its push service does not know any more is
 * forgotten. Nothing is sent into a private network or to a port other than 443, and no redirect is followed.
 */
@NullMarked
package io.webchat.auth.webpush;

import org.jspecify.annotations.NullMarked;
