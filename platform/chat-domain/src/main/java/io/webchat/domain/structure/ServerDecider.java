package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;

import io.webchat.domain.Decision;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what is asked of servers as a whole. */
final class ServerDecider {
    private ServerDecider() {}

    static Decision<StructureEvent> create(@Nullable Server state, ServerCommand.Create command) {
        if (state != null) {
            return Refusal.exists();
        }
        var server = command.serverId();
        return accept(
                new ServerEvent.Created(server, command.name().value(), command.actor(), command.at()),
                new MemberEvent.Joined(server, command.actor(), null, command.at()),
                new ChannelEvent.Created(
                        server,
                        command.generalChannelId(),
                        StructureDecider.GENERAL,
                        command.actor(),
                        command.at(),
                        null,
                        null,
                        null));
    }

    static Decision<StructureEvent> decide(Server server, ServerCommand command) {
        return switch (command) {
            case ServerCommand.Create create -> create(server, create);
            case ServerCommand.Rename rename -> rename(server, rename);
            case ServerCommand.Describe describe -> describe(server, describe);
            case ServerCommand.ChangeIcon change -> changeIcon(server, change);
            case ServerCommand.TransferOwnership transfer -> transfer(server, transfer);
            case ServerCommand.Delete delete -> delete(server, delete);
        };
    }

    private static Decision<StructureEvent> rename(Server server, ServerCommand.Rename command) {
        if (server.kind() == Server.Kind.PAIR) {
            return Refusal.ofPairs();
        }
        var actor = Standing.of(server, command);
        if (server.kind() != Server.Kind.GROUP && actor.lacks(Permission.MANAGE_SERVER)) {
            return Refusal.lacks(Permission.MANAGE_SERVER);
        }
        var name = command.name().value();
        return name.equals(server.name())
                ? accept()
                : accept(new ServerEvent.Renamed(server.id(), name, command.actor(), command.at()));
    }

    private static Decision<StructureEvent> describe(Server server, ServerCommand.Describe command) {
        if (Standing.of(server, command).lacks(Permission.MANAGE_SERVER)) {
            return Refusal.lacks(Permission.MANAGE_SERVER);
        }
        return accept(
                new ServerEvent.Described(server.id(), command.description().value(), command.actor(), command.at()));
    }

    private static Decision<StructureEvent> changeIcon(Server server, ServerCommand.ChangeIcon command) {
        if (Standing.of(server, command).lacks(Permission.MANAGE_SERVER)) {
            return Refusal.lacks(Permission.MANAGE_SERVER);
        }
        return Objects.equals(command.iconId(), server.iconId())
                ? accept()
                : accept(new ServerEvent.IconChanged(server.id(), command.iconId(), command.actor(), command.at()));
    }

    private static Decision<StructureEvent> transfer(Server server, ServerCommand.TransferOwnership command) {
        if (!server.isOwner(command.actor())) {
            return Refusal.notOwner();
        }
        if (!server.hasMember(command.newOwner())) {
            return Refusal.unknownMember();
        }
        return server.isOwner(command.newOwner())
                ? accept()
                : accept(new ServerEvent.OwnershipTransferred(
                        server.id(), command.newOwner(), command.actor(), command.at()));
    }

    private static Decision<StructureEvent> delete(Server server, ServerCommand.Delete command) {
        return server.isOwner(command.actor())
                ? accept(new ServerEvent.Deleted(server.id(), command.actor(), command.at()))
                : Refusal.notOwner();
    }
}
