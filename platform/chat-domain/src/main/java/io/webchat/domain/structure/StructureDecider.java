package io.webchat.domain.structure;

import io.webchat.domain.Decision;
import org.jspecify.annotations.Nullable;

/** Decides what a structural command does to its server. */
public final class StructureDecider {
    /** The name of the channel that every new server has. */
    public static final String GENERAL = "general";

    private StructureDecider() {}

    /**
     * Decides one command.
     *
     * @param state of the command's server after everything decided before it; null if there is no such server
     */
    public static Decision<StructureEvent> decide(@Nullable Server state, StructureCommand command) {
        return switch (command) {
            case ServerCommand.Create create -> ServerDecider.create(state, create);
            case MemberCommand.Join join -> MemberDecider.join(state, join);
            case ConversationCommand.StartPair start -> ConversationDecider.start(state, start);
            case ConversationCommand.StartGroup start -> ConversationDecider.start(state, start);
            case StructureCommand other ->
                state == null || !state.hasMember(other.actor())
                        ? Refusal.unknownServer()
                        : decideAsMember(state, other);
        };
    }

    /** Who is timed out changes nothing, not even their own nickname; but they may go. */
    private static Decision<StructureEvent> decideAsMember(Server server, StructureCommand command) {
        if (server.isSilent(command.actor(), command.at()) && !(command instanceof MemberCommand.Leave)) {
            return Refusal.timedOut(server.timedOutUntil(command.actor(), command.at()));
        }
        return switch (command) {
            case ServerCommand c -> ServerDecider.decide(server, c);
            case CategoryCommand c -> CategoryDecider.decide(server, c);
            case ChannelCommand c -> ChannelDecider.decide(server, c);
            case RoleCommand c -> RoleDecider.decide(server, c);
            case MemberCommand c -> MemberDecider.decide(server, c);
            case InviteCommand c -> InviteDecider.decide(server, c);
            case ConversationCommand c -> ConversationDecider.decide(server, c);
        };
    }
}
