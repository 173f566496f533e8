/**
 * Who is writing, told to those who look at the channel. Nothing is kept: what is told is over five seconds later by
 * itself, and a message of the same person ends it at once, both at the client.
 */
@NullMarked
package io.webchat.push.typing;

import org.jspecify.annotations.NullMarked;
