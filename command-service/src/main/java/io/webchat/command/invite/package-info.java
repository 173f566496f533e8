/** Commands about invites. */
@NullMarked
package io.webchat.command.invite;

import org.jspecify.annotations.NullMarked;
