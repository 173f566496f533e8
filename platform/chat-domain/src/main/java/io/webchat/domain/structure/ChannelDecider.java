package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;

import io.webchat.domain.Decision;
import java.util.Objects;

/** Decides what is asked of channels. Who may not see a channel is told that there is none. */
final class ChannelDecider {
    private ChannelDecider() {}

    static Decision<StructureEvent> decide(Server server, ChannelCommand command) {
        return switch (command) {
            case ChannelCommand.Create create -> create(server, create);
            case ChannelCommand.Rename rename -> manage(server, command, channel -> rename(server, channel, rename));
            case ChannelCommand.ChangeTopic change ->
                manage(
                        server,
                        command,
                        channel -> accept(new ChannelEvent.TopicChanged(
                                server.id(), channel.id(), change.topic().value(), change.actor(), change.at())));
            case ChannelCommand.Move move -> manage(server, command, channel -> move(server, move));
            case ChannelCommand.ChangeSlowMode change ->
                manage(
                        server,
                        command,
                        channel -> channel.slowMode().toSeconds() == change.seconds()
                                ? accept()
                                : accept(new ChannelEvent.SlowModeChanged(
                                        server.id(), channel.id(), change.seconds(), change.actor(), change.at())));
            case ChannelCommand.Delete delete ->
                manage(
                        server,
                        command,
                        channel -> accept(
                                new ChannelEvent.Deleted(server.id(), channel.id(), delete.actor(), delete.at())));
            case ChannelCommand.OverrideRole override ->
                with(
                        Permission.MANAGE_ROLES,
                        server,
                        command,
                        channel -> OverrideDecider.decide(server, channel, override));
            case ChannelCommand.OverrideMember override ->
                with(
                        Permission.MANAGE_ROLES,
                        server,
                        command,
                        channel -> OverrideDecider.decide(server, channel, override));
        };
    }

    private interface Managed {
        Decision<StructureEvent> decide(Channel channel);
    }

    private static Decision<StructureEvent> manage(Server server, ChannelCommand command, Managed managed) {
        return with(Permission.MANAGE_CHANNELS, server, command, managed);
    }

    /** Decides for a channel that the actor sees, and in which they have a permission. */
    private static Decision<StructureEvent> with(
            Permission needed, Server server, ChannelCommand command, Managed managed) {
        var channel = server.channels().get(command.channelId());
        if (channel == null || !server.maySee(command.channelId(), command.actor())) {
            return Refusal.unknownChannel();
        }
        var permissions = Standing.of(server, command).in(channel.id());
        return permissions.contains(needed) ? managed.decide(channel) : Refusal.lacks(needed);
    }

    private static Decision<StructureEvent> create(Server server, ChannelCommand.Create command) {
        if (Standing.of(server, command).lacks(Permission.MANAGE_CHANNELS)) {
            return Refusal.lacks(Permission.MANAGE_CHANNELS);
        }
        if (server.channels().containsKey(command.channelId())) {
            return Refusal.exists();
        }
        var category = command.categoryId();
        if (category != null && !server.categories().containsKey(category)) {
            return Refusal.unknownCategory();
        }
        if (ChannelNames.isTakenByChannel(server, command.name(), command.channelId())) {
            return Refusal.nameTaken();
        }
        if (ChannelNames.count(server) >= ChannelNames.MAX) {
            return Refusal.limit(ChannelNames.MAX, "channels and categories");
        }
        var topic = command.topic().value();
        return accept(new ChannelEvent.Created(
                server.id(),
                command.channelId(),
                command.name().value(),
                command.actor(),
                command.at(),
                topic.isEmpty() ? null : topic,
                command.categoryId(),
                command.isPrivate() ? true : null));
    }

    private static Decision<StructureEvent> rename(Server server, Channel channel, ChannelCommand.Rename command) {
        var name = command.name().value();
        if (name.equals(channel.name())) {
            return accept();
        }
        return ChannelNames.isTakenByChannel(server, command.name(), channel.id())
                ? Refusal.nameTaken()
                : accept(new ChannelEvent.Renamed(server.id(), channel.id(), name, command.actor(), command.at()));
    }

    private static Decision<StructureEvent> move(Server server, ChannelCommand.Move command) {
        var category = command.categoryId();
        if (category != null && !server.categories().containsKey(category)) {
            return Refusal.unknownCategory();
        }
        var after = command.after();
        if (after != null) {
            var before = server.channels().get(after);
            if (before == null
                    || !server.maySee(after, command.actor())
                    || !Objects.equals(before.category(), category)) {
                return Refusal.unknownChannelBefore();
            }
        }
        // Behind itself is where it is.
        return command.channelId().equals(after)
                ? accept()
                : accept(new ChannelEvent.Moved(
                        server.id(), command.channelId(), category, after, command.actor(), command.at()));
    }
}
