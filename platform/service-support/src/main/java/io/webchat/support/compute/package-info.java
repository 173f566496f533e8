/** Work that computes for longer than a moment, kept off the virtual threads that answer requests. */
@NullMarked
package io.webchat.support.compute;

import org.jspecify.annotations.NullMarked;
