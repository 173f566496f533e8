package io.webchat.command.structure;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteCommand;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.log.codec.StructureOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A structural command and what its decider said.
 *
 * @param decision null if deciding broke
 */
record DecidedCommand(
        CommandId id, StructureCommand command, @Nullable Decision<StructureEvent> decision) {
    /** What happens; nothing if the command was refused, or could not be decided. */
    List<StructureEvent> events() {
        return switch (decision) {
            case null -> List.of();
            case Decision.Accepted<StructureEvent>(List<StructureEvent> events) -> events;
            case Decision.Rejected<StructureEvent> rejected -> List.of();
        };
    }

    /**
     * The answer to whoever waits.
     *
     * @param nextOffset the position in the server's partition at which the command's effects are included
     */
    StructureOutcome outcome(long nextOffset) {
        return switch (decision) {
            case null -> new StructureOutcome.Failed(id, command.serverId());
            case Decision.Rejected<StructureEvent>(Rejection rejection) ->
                new StructureOutcome.Rejected(
                        id, command.serverId(), rejection.reason().slug(), rejection.detail());
            case Decision.Accepted<StructureEvent> accepted ->
                new StructureOutcome.Accepted(id, command.serverId(), nextOffset, madeChannel(), madeInvite());
        };
    }

    private @Nullable ChannelId madeChannel() {
        return command instanceof ServerCommand.Create create ? create.generalChannelId() : null;
    }

    private @Nullable InviteCode madeInvite() {
        return command instanceof InviteCommand.Create create ? create.code() : null;
    }
}
