/**
 * Which sessions have ended: told by auth-service through Redis, to whoever holds something open for one of them. An
 * access token outlives its session by minutes, and is good everywhere else for as long; a socket is not to be.
 */
@NullMarked
package io.webchat.support.session;

import org.jspecify.annotations.NullMarked;
