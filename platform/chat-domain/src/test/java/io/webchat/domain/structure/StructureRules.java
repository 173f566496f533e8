package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;

/** What must hold of a community whatever its members try, told without the help of the deciders. */
final class StructureRules {
    private StructureRules() {}

    /** Throws {@link AssertionError} if an event should not have happened, or left what should not be. */
    static void check(Server before, StructureEvent event, Server after) {
        checkPermission(before, event);
        checkHierarchy(before, event);
        checkOrder(before, event, after);
        checkSilence(before, event);
        checkSanctions(before, event, after);
        checkState(after);
    }

    private static void checkState(Server server) {
        if (server.kind() == Server.Kind.DELETED) {
            return;
        }
        assertThat(server.hasMember(server.ownerId()))
                .as("the owner is a member")
                .isTrue();
        var names = new HashSet<String>();
        for (var channel : server.channels().values()) {
            assertThat(names.add(nameKey(channel)))
                    .as("%s twice", channel.name())
                    .isTrue();
        }
        for (var invite : server.invites().values()) {
            assertThat(invite.maxUses() == null || invite.uses() <= invite.maxUses())
                    .as("%s", invite)
                    .isTrue();
        }
        for (var banned : server.bans()) {
            assertThat(server.hasMember(banned)).as("a banned member").isFalse();
        }
        for (var member : server.members().values()) {
            for (var role : member.roles()) {
                assertThat(server.roles().contains(role))
                        .as("a role that is gone")
                        .isTrue();
            }
        }
        assertThat(server.roles().order()).hasSize(server.roles().byId().size() - 1);
    }

    /** Told anew, for the names that the simulations use. */
    private static String nameKey(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT).replace(' ', '-').replace("\u200d", "");
    }

    /** Nobody does what they may not. */
    private static void checkPermission(Server before, StructureEvent event) {
        var needed = switch (event) {
            case MemberEvent.Kicked e -> Permission.KICK_MEMBERS;
            case MemberEvent.Banned e -> Permission.BAN_MEMBERS;
            case MemberEvent.Unbanned e -> Permission.BAN_MEMBERS;
            case MemberEvent.TimedOut e -> Permission.TIME_OUT_MEMBERS;
            case MemberEvent.TimeOutLifted e -> Permission.TIME_OUT_MEMBERS;
            case MemberEvent.NicknameChanged e when !e.userId().equals(e.actorId()) -> Permission.MANAGE_ROLES;
            case RoleEvent e -> Permission.MANAGE_ROLES;
            case ChannelEvent.Created e -> Permission.MANAGE_CHANNELS;
            case InviteEvent.Created e -> Permission.CREATE_INVITES;
            case StructureEvent e -> null;
        };
        if (needed != null) {
            has(before.permissionsOf(event.actorId()), Permissions.of(needed));
        }
    }

    /** Nobody moves a role as high as their own highest, nor one past it. */
    private static void checkOrder(Server before, StructureEvent event, Server after) {
        if (event instanceof RoleEvent.Reordered e) {
            for (var role : before.roles().order()) {
                var rank = before.roles().rank(role);
                if (rank >= before.rankOf(e.actorId())) {
                    assertThat(after.roles().rank(role))
                            .as("a role that is as high")
                            .isEqualTo(rank);
                }
            }
        }
    }

    private static Channel channel(Server server, ChannelId id) {
        return Objects.requireNonNull(server.channels().get(id));
    }

    /** What an override newly allows, and what it denies no longer. */
    private static Permissions given(PermissionOverride former, Permissions allow, Permissions deny) {
        return allow.minus(former.allow()).plus(former.deny().minus(deny));
    }

    /** Nobody acts on who stands as high, and nobody hands out what they do not have. */
    private static void checkHierarchy(Server before, StructureEvent event) {
        var rank = before.rankOf(event.actorId());
        var has = before.permissionsOf(event.actorId());
        switch (event) {
            case MemberEvent.Kicked e -> above(rank, before.rankOf(e.userId()));
            case MemberEvent.Banned e -> above(rank, before.hasMember(e.userId()) ? before.rankOf(e.userId()) : -1);
            case MemberEvent.TimedOut e -> above(rank, before.rankOf(e.userId()));
            case MemberEvent.TimeOutLifted e ->
                above(rank, before.hasMember(e.userId()) ? before.rankOf(e.userId()) : -1);
            case MemberEvent.NicknameChanged e -> {
                if (!e.userId().equals(e.actorId())) {
                    above(rank, before.rankOf(e.userId()));
                }
            }
            case ChannelEvent.RoleOverridden e -> {
                above(rank, before.roles().rank(e.roleId()));
                var former = channel(before, e.channelId()).override(e.roleId());
                has(before.permissionsIn(e.channelId(), e.actorId()), given(former, e.allow(), e.deny()));
            }
            case ChannelEvent.MemberOverridden e -> {
                above(rank, before.rankOf(e.userId()));
                var former = channel(before, e.channelId()).override(e.userId());
                has(before.permissionsIn(e.channelId(), e.actorId()), given(former, e.allow(), e.deny()));
            }
            case RoleEvent.Created e -> has(has, e.permissions());
            case RoleEvent.Edited e -> {
                above(rank, before.roles().rank(e.roleId()));
                has(has, e.permissions().minus(before.roles().permissionsOf(e.roleId())));
            }
            case RoleEvent.Deleted e -> above(rank, before.roles().rank(e.roleId()));
            case RoleEvent.Assigned e -> {
                above(rank, before.roles().rank(e.roleId()));
                has(has, before.roles().permissionsOf(e.roleId()));
            }
            case RoleEvent.Withdrawn e -> above(rank, before.roles().rank(e.roleId()));
            case ServerEvent.OwnershipTransferred e ->
                assertThat(before.isOwner(e.actorId())).isTrue();
            case ServerEvent.Deleted e ->
                assertThat(before.isOwner(e.actorId())).isTrue();
            case MemberEvent.Left e ->
                assertThat(before.isOwner(e.userId())).as("the owner left").isFalse();
            case MemberEvent.Joined e ->
                assertThat(before.bans().contains(e.userId())).as("a ban").isFalse();
            case StructureEvent e -> {}
        }
    }

    /** Who is timed out comes and goes, and does nothing else; an administrator never is. */
    private static void checkSilence(Server before, StructureEvent event) {
        var until = before.timeOuts().get(event.actorId());
        var isSilent = until != null
                && event.at().isBefore(until)
                && !before.permissionsOf(event.actorId()).contains(Permission.ADMINISTRATOR);
        assertThat(isSilent && !(event instanceof MemberEvent.Left || event instanceof MemberEvent.Joined))
                .as("a time-out")
                .isFalse();
    }

    /** Nothing but its end, or a moderator, ends a time-out; nothing but a moderator what a channel denies somebody. */
    private static void checkSanctions(Server before, StructureEvent event, Server after) {
        if (after.kind() == Server.Kind.DELETED) {
            return;
        }
        if (!(event instanceof MemberEvent.TimedOut || event instanceof MemberEvent.TimeOutLifted)) {
            assertThat(after.timeOuts()).as("time-outs").isEqualTo(before.timeOuts());
        }
        if (event instanceof MemberEvent.Joined joined) {
            assertThat(joined.timedOutUntil()).isEqualTo(before.timedOutUntil(joined.userId(), joined.at()));
        }
        if (event instanceof MemberEvent) {
            for (var channel : before.channels().values()) {
                channel.memberOverrides()
                        .forEach((user, override) -> assertThat(after.channels()
                                        .get(channel.id())
                                        .override(user)
                                        .deny())
                                .as("denials")
                                .isEqualTo(override.deny()));
            }
        }
    }

    private static void above(int rank, int other) {
        assertThat(rank).as("the actor's rank").isGreaterThan(other);
    }

    private static void has(Permissions has, Permissions granted) {
        assertThat(granted.minus(has).asList()).as("granted without having").isEmpty();
    }
}
