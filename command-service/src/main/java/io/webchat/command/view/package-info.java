/** Asks projection-service what commands are decided on beside the replica. */
@NullMarked
package io.webchat.command.view;

import org.jspecify.annotations.NullMarked;
