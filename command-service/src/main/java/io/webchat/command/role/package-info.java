/** Commands about roles. */
@NullMarked
package io.webchat.command.role;

import org.jspecify.annotations.NullMarked;
