/**
 * Accounts, sessions and access tokens.
 *
 * <p>Each package is a capability; each endpoint is a class of its own. Credentials, e-mail addresses and refresh
 * tokens stay in this service's own collections: the log learns of a person only the public profile.
 */
@NullMarked
package io.webchat.auth;

import org.jspecify.annotations.NullMarked;
