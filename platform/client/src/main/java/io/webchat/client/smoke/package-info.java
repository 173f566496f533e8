/** The smoke run: two users walk the whole path of a message through a running stack, and the path is timed. */
@NullMarked
package io.webchat.client.smoke;

import org.jspecify.annotations.NullMarked;
