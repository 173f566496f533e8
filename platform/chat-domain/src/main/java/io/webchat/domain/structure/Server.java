package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The state of one server: what its deciders and everybody who authorises need to know, and no more. A direct
 * conversation is one too. Immutable; a changed copy shares all that did not change, so a copy costs O(log n).
 *
 * <p>A deleted server keeps its id and nothing else, so that the id stays taken.
 *
 * @param timeOuts until when somebody is timed out, be they a member or gone; some may be over
 */
public record Server(
        ServerId id,
        Kind kind,
        String name,
        @Nullable AttachmentId iconId,
        UserId ownerId,
        PMap<ChannelId, Channel> channels,
        PMap<CategoryId, String> categories,
        PMap<UserId, Member> members,
        Roles roles,
        PMap<InviteId, Invite> invites,
        PSet<UserId> bans,
        PMap<UserId, Instant> timeOuts) {

    /** What kind of place it is. */
    public enum Kind {
        /** A community, governed by its owner and roles. */
        COMMUNITY,
        /** A direct conversation of two people: there is one per pair, and nobody leaves or joins. */
        PAIR,
        /** A conversation of up to ten people without a governor: everyone may add others and leave. */
        GROUP,
        /** Gone. */
        DELETED
    }

    static Server ofNew(ServerId id, Kind kind, String name, UserId owner) {
        var baseline = kind == Kind.COMMUNITY ? Permissions.BASELINE : Permissions.CONVERSATION;
        return new Server(
                id,
                kind,
                name,
                null,
                owner,
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                Roles.ofNew(id, baseline),
                HashTreePMap.empty(),
                HashTreePSet.empty(),
                HashTreePMap.empty());
    }

    /**
     * Folds one event into the state of its server.
     *
     * @param state null before the first event
     * @throws IllegalStateException if the event cannot follow on the state: a log like that is broken
     */
    public static Server evolve(@Nullable Server state, StructureEvent event) {
        return StructureFold.evolve(state, event);
    }

    public boolean hasMember(UserId user) {
        return members.containsKey(user);
    }

    public boolean isOwner(UserId user) {
        return kind == Kind.COMMUNITY && ownerId.equals(user);
    }

    /** What a user may do in the server as a whole; nothing unless they are a member. */
    public Permissions permissionsOf(UserId user) {
        var member = members.get(user);
        if (member == null) {
            return Permissions.NONE;
        }
        if (isOwner(user)) {
            return Permissions.ALL;
        }
        var permissions = roles.permissionsOf(roles.everyone());
        for (var role : member.roles()) {
            permissions = permissions.plus(roles.permissionsOf(role));
        }
        return permissions.contains(Permission.ADMINISTRATOR) ? Permissions.ALL : permissions;
    }

    /**
     * What a user may do in a channel. Overrides apply in this order, later ones over earlier ones: of everyone, of the
     * member's roles together, of the member. Who may not see a channel may do nothing there. Time-outs are not
     * included.
     */
    public Permissions permissionsIn(ChannelId channelId, UserId user) {
        var channel = channels.get(channelId);
        var member = members.get(user);
        if (channel == null || member == null) {
            return Permissions.NONE;
        }
        var permissions = permissionsOf(user);
        if (permissions.contains(Permission.ADMINISTRATOR)) {
            return permissions;
        }
        permissions = channel.override(roles.everyone()).applyTo(permissions);
        var ofRoles = PermissionOverride.NONE;
        for (var role : member.roles()) {
            ofRoles = ofRoles.plus(channel.override(role));
        }
        permissions = channel.override(user).applyTo(ofRoles.applyTo(permissions));
        return permissions.contains(Permission.VIEW_CHANNEL) ? permissions : Permissions.NONE;
    }

    /** The invite with this code, unless it is revoked. */
    public @Nullable Invite invite(InviteCode code) {
        return invites.get(code.id());
    }

    public boolean maySee(ChannelId channel, UserId user) {
        return permissionsIn(channel, user).contains(Permission.VIEW_CHANNEL);
    }

    /** Until when a user is timed out, if that lasts, be they a member or not; null if they may speak. */
    public @Nullable Instant timedOutUntil(UserId user, Instant now) {
        var until = timeOuts.get(user);
        return until != null && now.isBefore(until) ? until : null;
    }

    /**
     * Whether a member is timed out; an administrator never is. They read, see to their own marks and settings, and
     * take back: they delete their messages, remove their reactions, leave threads and the server. All else is refused.
     */
    public boolean isSilent(UserId user, Instant now) {
        return timedOutUntil(user, now) != null && !permissionsOf(user).contains(Permission.ADMINISTRATOR);
    }

    /** How high a member stands: the rank of their highest role; the owner stands above all. */
    public int rankOf(UserId user) {
        if (isOwner(user)) {
            return Integer.MAX_VALUE;
        }
        var rank = 0;
        var member = members.get(user);
        if (member != null) {
            for (var role : member.roles()) {
                rank = Math.max(rank, roles.rank(role));
            }
        }
        return rank;
    }

    Server renamed(String newName) {
        return new Server(
                id, kind, newName, iconId, ownerId, channels, categories, members, roles, invites, bans, timeOuts);
    }

    Server withIcon(@Nullable AttachmentId icon) {
        return new Server(id, kind, name, icon, ownerId, channels, categories, members, roles, invites, bans, timeOuts);
    }

    Server ownedBy(UserId owner) {
        return new Server(id, kind, name, iconId, owner, channels, categories, members, roles, invites, bans, timeOuts);
    }

    Server with(Channel channel) {
        return withChannels(channels.plus(channel.id(), channel));
    }

    Server withChannels(PMap<ChannelId, Channel> newChannels) {
        return new Server(
                id, kind, name, iconId, ownerId, newChannels, categories, members, roles, invites, bans, timeOuts);
    }

    Server withCategories(PMap<CategoryId, String> newCategories) {
        return new Server(
                id, kind, name, iconId, ownerId, channels, newCategories, members, roles, invites, bans, timeOuts);
    }

    Server with(UserId user, Member member) {
        return withMembers(members.plus(user, member));
    }

    Server withMembers(PMap<UserId, Member> newMembers) {
        return new Server(
                id, kind, name, iconId, ownerId, channels, categories, newMembers, roles, invites, bans, timeOuts);
    }

    Server with(Roles newRoles) {
        return new Server(
                id, kind, name, iconId, ownerId, channels, categories, members, newRoles, invites, bans, timeOuts);
    }

    Server with(Invite invite) {
        return withInvites(invites.plus(invite.code().id(), invite));
    }

    Server withInvites(PMap<InviteId, Invite> newInvites) {
        return new Server(
                id, kind, name, iconId, ownerId, channels, categories, members, roles, newInvites, bans, timeOuts);
    }

    Server withBans(PSet<UserId> newBans) {
        return new Server(
                id, kind, name, iconId, ownerId, channels, categories, members, roles, invites, newBans, timeOuts);
    }

    Server withTimeOuts(PMap<UserId, Instant> newTimeOuts) {
        return new Server(
                id, kind, name, iconId, ownerId, channels, categories, members, roles, invites, bans, newTimeOuts);
    }

    Server deleted() {
        return ofNew(id, Kind.DELETED, "", ownerId);
    }
}
