package io.webchat.domain.structure;

import static io.webchat.domain.Decision.accept;

import io.webchat.domain.Decision;

/**
 * Decides what a channel changes of permissions. Nobody gives here what they do not have here themselves, be it by
 * allowing it or by no longer denying it, and nobody touches those who stand as high as they do.
 */
final class OverrideDecider {
    private OverrideDecider() {}

    static Decision<StructureEvent> decide(Server server, Channel channel, ChannelCommand.OverrideRole command) {
        var actor = Standing.of(server, command);
        if (!server.roles().contains(command.roleId())) {
            return Refusal.unknownRole();
        }
        if (!actor.outranks(command.roleId())) {
            return Refusal.outranked();
        }
        return replace(
                actor,
                channel,
                channel.override(command.roleId()),
                command.override(),
                new ChannelEvent.RoleOverridden(
                        server.id(),
                        channel.id(),
                        command.roleId(),
                        command.override().allow(),
                        command.override().deny(),
                        command.actor(),
                        command.at()));
    }

    static Decision<StructureEvent> decide(Server server, Channel channel, ChannelCommand.OverrideMember command) {
        var actor = Standing.of(server, command);
        if (!server.hasMember(command.userId())) {
            return Refusal.unknownMember();
        }
        if (!actor.outranks(command.userId())) {
            return Refusal.outranked();
        }
        return replace(
                actor,
                channel,
                channel.override(command.userId()),
                command.override(),
                new ChannelEvent.MemberOverridden(
                        server.id(),
                        channel.id(),
                        command.userId(),
                        command.override().allow(),
                        command.override().deny(),
                        command.actor(),
                        command.at()));
    }

    private static Decision<StructureEvent> replace(
            Standing actor, Channel channel, PermissionOverride before, PermissionOverride after, ChannelEvent event) {
        var excess = given(before, after).minus(actor.in(channel.id()));
        if (!excess.isEmpty()) {
            return Refusal.grantsTooMuch(excess);
        }
        return after.equals(before) ? accept() : accept(event);
    }

    /** What a change gives: what it newly allows, and what it no longer denies. */
    private static Permissions given(PermissionOverride before, PermissionOverride after) {
        return after.allow().minus(before.allow()).plus(before.deny().minus(after.deny()));
    }
}
