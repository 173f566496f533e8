/**
 * Who is to be called, with no page open, for what was said: decided beside the views, by the rule that pages call by
 * (web app, {@code calling.ts}), and told to auth-service, which knows where their browsers are.
 *
 * <p>Guarantees: nobody is called for what they may not see, wrote themselves, have muted, want to hear nothing of, or
 * have read; nobody who uses a device at this moment, or is not to be disturbed. A message calls once at most, in the
 * order of its channel, and only while it is fresh: neither a restart nor a rebuild of a view calls anybody for old
 * ones. <b>It does not guarantee</b> that somebody is called: what an instance that dies had in its hands, and what
 * Redis loses, is not made up for. Who has been away from their desk for less than ten minutes is taken for being
 * there.
 */
@NullMarked
package io.webchat.projection.notification;

import org.jspecify.annotations.NullMarked;
