/**
 * Telling the log about new accounts.
 *
 * <p>Guarantees: every stored account is announced on {@code webchat.users} at least once, whatever crashes in between;
 * an account is announced again if it is not known that it has been. Consumers are idempotent.
 */
@NullMarked
package io.webchat.auth.announcement;

import org.jspecify.annotations.NullMarked;
