package io.webchat.command.message;

import io.webchat.domain.message.MessageCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The pauses between an author's messages in channels in slow mode, as all instances see them at once. */
interface Cooldowns {
    /**
     * Begins one with a message, in one step, unless another message of the same author has begun one that lasts. The
     * same message again is no other one.
     *
     * @param slowMode how long it lasts
     * @return when the other one was sent, by the clock of this machine; empty if there is none, or nobody can tell
     */
    Optional<Instant> begin(MessageCommand.Post command, Duration slowMode);

    /** Ends the one that this message has begun, because it did not get into the log; no other one. */
    void end(MessageCommand.Post command);
}
