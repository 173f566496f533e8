/**
 * What projection-service, which knows whom a message calls, and auth-service, which knows where their browsers can be
 * reached, tell each other through Redis: who can be reached at all, and who is to be. No endpoint of a browser is in
 * it. All of it may be lost: then somebody is not called, and finds the message when they look.
 */
@NullMarked
package io.webchat.support.webpush;

import org.jspecify.annotations.NullMarked;
