package io.webchat.projection.timeline;

import io.webchat.domain.structure.CommandId;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The commands on a message whose records are in the log, deletions apart: so one that is repeated is known for what it
 * is, however long ago it was.
 *
 * @param id the channel and the message
 * @param commands the last {@link #KEPT}, in the order of the log
 * @param forgottenUpTo when the latest of those that are not kept was made; null if all are
 */
@Document(ViewCollections.MESSAGE_COMMANDS)
record CommandsDocument(
        @Id String id,
        long position,
        List<Command> commands,
        @Nullable Instant forgottenUpTo) implements Positioned {
    /** However often a message is changed, its document has a limit. */
    static final int KEPT = 100;

    /**
     * A command.
     *
     * @param offset of its first record
     * @param isLost whether another one came before it, which left it no room: nothing is as it was asked for
     */
    record Command(CommandId id, long offset, Instant at, boolean isLost) {}

    static CommandsDocument none(String id) {
        return new CommandsDocument(id, 0, List.of(), null);
    }

    /** Adds a command; a further record of one that is known, or that the document reflects, changes nothing. */
    CommandsDocument with(Command command) {
        if (command.offset() < position || find(command.id()).isPresent()) {
            return this;
        }
        var all = new ArrayList<>(commands);
        all.add(command);
        var forgotten = all.size() > KEPT ? all.removeFirst().at() : null;
        return new CommandsDocument(id, command.offset() + 1, List.copyOf(all), later(forgotten, forgottenUpTo));
    }

    Optional<Command> find(CommandId command) {
        return commands.stream().filter(known -> known.id().equals(command)).findFirst();
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
