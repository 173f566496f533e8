package io.webchat.command.structure;

import io.webchat.log.codec.StructureOutcome;
import java.time.Instant;

/**
 * What became of a structural command, and when.
 *
 * @param atMillis the time of its record, which is when the command that was decided was sent; a number, because many
 *     are kept
 */
record LoggedOutcome(StructureOutcome outcome, long atMillis) {
    Instant at() {
        return Instant.ofEpochMilli(atMillis);
    }
}
