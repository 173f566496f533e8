package io.webchat.command.message;

import io.webchat.domain.message.MessageCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that another message has begun one, if it is told so, and remembers which messages ended theirs. */
final class FakeCooldowns implements Cooldowns {
    final List<MessageCommand.Post> begun = new ArrayList<>();
    final List<MessageCommand.Post> ended = new ArrayList<>();

    @Nullable
    Instant other;

    @Override
    public Optional<Instant> begin(MessageCommand.Post command, Duration slowMode) {
        begun.add(command);
        return Optional.ofNullable(other);
    }

    @Override
    public void end(MessageCommand.Post command) {
        ended.add(command);
    }
}
