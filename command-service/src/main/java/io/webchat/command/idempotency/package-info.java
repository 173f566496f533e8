/** A repeated command has the first outcome: the ids by which repetitions are recognised. */
@NullMarked
package io.webchat.command.idempotency;

import org.jspecify.annotations.NullMarked;
