/**
 * Logins that last: a session, its rotating refresh token, and the access tokens that it gives out.
 *
 * <p>Guarantees: a refresh token works once; whoever uses one that was replaced more than 30 seconds ago holds a copy,
 * and ends the session for everybody. Within these seconds the replaced token gives the same successor again, so two
 * tabs that race, or an answer lost on the way, log nobody out. A session ends 30 days after its last refresh, or at
 * once by logging out; access tokens already given out live on for at most ten minutes, but the sockets that they
 * opened are closed at once. The store knows only hashes of refresh tokens.
 */
@NullMarked
package io.webchat.auth.session;

import org.jspecify.annotations.NullMarked;
