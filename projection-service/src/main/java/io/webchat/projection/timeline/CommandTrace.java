package io.webchat.projection.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.structure.CommandId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a command on a message: where its record is, or from which time on it would be known.
 *
 * @param offset of its first record; absent if none is known
 * @param isLost whether another command came before it, which left it no room
 * @param forgottenUpTo until when commands on the message are not all known; absent if all are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommandTrace(
        @Nullable Long offset,
        @Nullable Boolean isLost,
        @Nullable Instant forgottenUpTo) {
    /** Empty if it certainly has no record before the document's position. */
    static Optional<CommandTrace> of(CommandId command, CommandsDocument commands) {
        var forgottenUpTo = commands.forgottenUpTo();
        return commands.find(command)
                .map(known -> new CommandTrace(known.offset(), known.isLost(), null))
                .or(() -> Optional.ofNullable(forgottenUpTo).map(time -> new CommandTrace(null, null, time)));
    }
}
