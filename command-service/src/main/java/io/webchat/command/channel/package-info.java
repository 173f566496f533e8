/** Commands about channels. */
@NullMarked
package io.webchat.command.channel;

import org.jspecify.annotations.NullMarked;
