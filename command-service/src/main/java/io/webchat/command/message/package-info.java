/** Posting messages. */
@NullMarked
package io.webchat.command.message;

import org.jspecify.annotations.NullMarked;
