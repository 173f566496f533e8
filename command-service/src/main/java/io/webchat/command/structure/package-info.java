/** The way of a structural command: to its server's writer through the log, and its outcome back to whoever waits. */
@NullMarked
package io.webchat.command.structure;

import org.jspecify.annotations.NullMarked;
