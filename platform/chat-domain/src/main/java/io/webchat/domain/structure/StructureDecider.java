package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;
import static io.webchat.domain.Decision.reject;
import static io.webchat.domain.Rejection.Reason.ALREADY_EXISTS;
import static io.webchat.domain.Rejection.Reason.UNKNOWN_INVITE;
import static io.webchat.domain.Rejection.Reason.UNKNOWN_SERVER;

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
            case ServerCommand.Create create -> create(state, create);
            case InviteCommand.Create create -> invite(state, create);
            case MemberCommand.Join join -> join(state, join);
        };
    }

    private static Decision<StructureEvent> create(@Nullable Server state, ServerCommand.Create command) {
        if (state != null) {
            return reject(ALREADY_EXISTS, "There is already a server with this id.");
        }
        var server = command.serverId();
        return accept(
                new ServerEvent.Created(server, command.name().value(), command.actor(), command.at()),
                new MemberEvent.Joined(server, command.actor(), null, command.at()),
                new ChannelEvent.Created(server, command.generalChannelId(), GENERAL, command.actor(), command.at()));
    }

    private static Decision<StructureEvent> invite(@Nullable Server state, InviteCommand.Create command) {
        if (state == null || !state.hasMember(command.actor())) {
            return reject(UNKNOWN_SERVER, "There is no such server, or you are not a member of it.");
        }
        if (state.invites().containsKey(command.code())) {
            return reject(ALREADY_EXISTS, "There is already an invite with this code.");
        }
        return accept(new InviteEvent.Created(command.serverId(), command.code(), command.actor(), command.at()));
    }

    private static Decision<StructureEvent> join(@Nullable Server state, MemberCommand.Join command) {
        if (state == null || !state.invites().containsKey(command.code())) {
            return reject(UNKNOWN_INVITE, "This invite does not exist.");
        }
        if (state.hasMember(command.actor())) {
            return accept();
        }
        return accept(new MemberEvent.Joined(command.serverId(), command.actor(), command.code(), command.at()));
    }
}
