/** Commands about servers as a whole. */
@NullMarked
package io.webchat.command.server;

import org.jspecify.annotations.NullMarked;
