/**
 * Passwords: Argon2id with OWASP's parameters (19 MiB, two iterations, one lane). A changed password ends all sessions
 * but the one that changed it.
 *
 * <p>Guarantees: no more hashes are computed at once than memory is meant for; whether a login exists cannot be told
 * from the time of the answer, because a password is always checked against some hash.
 */
@NullMarked
package io.webchat.auth.password;

import org.jspecify.annotations.NullMarked;
