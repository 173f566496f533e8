package io.webchat.domain.structure;

import java.time.Duration;

/** What happens to channels, folded. Their order and topics do not matter for deciding and are not kept. */
final class ChannelFold {
    private static final PermissionOverride HIDDEN =
            new PermissionOverride(Permissions.NONE, Permissions.of(Permission.VIEW_CHANNEL));
    private static final PermissionOverride SHOWN =
            new PermissionOverride(Permissions.of(Permission.VIEW_CHANNEL), Permissions.NONE);

    private ChannelFold() {}

    static Server evolve(Server server, ChannelEvent event) {
        if (event instanceof ChannelEvent.Created created) {
            return create(server, created);
        }
        var channel = server.channels().get(event.channelId());
        if (channel == null) {
            throw StructureFold.impossible(event);
        }
        return switch (event) {
            case ChannelEvent.Created e -> create(server, e);
            case ChannelEvent.Renamed e -> server.with(channel.renamed(e.name()));
            case ChannelEvent.TopicChanged e -> server;
            case ChannelEvent.Moved e -> server.with(channel.in(e.categoryId()));
            case ChannelEvent.SlowModeChanged e -> server.with(channel.slowed(Duration.ofSeconds(e.seconds())));
            case ChannelEvent.RoleOverridden e ->
                server.with(channel.with(e.roleId(), new PermissionOverride(e.allow(), e.deny())));
            case ChannelEvent.MemberOverridden e ->
                server.with(channel.with(e.userId(), new PermissionOverride(e.allow(), e.deny())));
            case ChannelEvent.Deleted e -> server.withChannels(server.channels().minus(e.channelId()));
        };
    }

    private static Server create(Server server, ChannelEvent.Created event) {
        StructureFold.require(!server.channels().containsKey(event.channelId()), event);
        var channel = Channel.of(event.channelId(), event.name(), event.categoryId());
        return server.with(
                Boolean.TRUE.equals(event.isPrivate())
                        ? channel.with(server.roles().everyone(), HIDDEN).with(event.createdBy(), SHOWN)
                        : channel);
    }
}
