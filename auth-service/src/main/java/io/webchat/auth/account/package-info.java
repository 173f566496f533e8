/**
 * Who has an account.
 *
 * <p>Guarantees: e-mail addresses and usernames are unique without regard to case, under any concurrency (unique
 * indexes on the normalised forms decide). An e-mail address is never logged and never leaves the service except to its
 * owner.
 */
@NullMarked
package io.webchat.auth.account;

import org.jspecify.annotations.NullMarked;
