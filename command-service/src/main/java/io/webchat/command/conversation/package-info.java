/** Commands about direct conversations. */
@NullMarked
package io.webchat.command.conversation;

import org.jspecify.annotations.NullMarked;
