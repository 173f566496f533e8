package io.webchat.push.entitlement;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which members of a server an event is for.
 *
 * @param channel that they must see; null if the event is about no channel
 * @param permission that they must have in the server; null for none
 * @param except for this person, who needs no permission; null for nobody
 */
public record Audience(
        @Nullable ChannelId channel,
        @Nullable Permission permission,
        @Nullable UserId except) {
    /** Every member. */
    public static final Audience MEMBERS = new Audience(null, null, null);

    /** Everybody who sees a channel. */
    public static Audience of(ChannelId channel) {
        return new Audience(channel, null, null);
    }

    /**
     * Who hears of a structure event; each kind is named, so that nobody hears of a new one before it was thought of.
     * That a channel went, or that permissions in it changed, is told to every member: those who no longer see it have
     * to learn it, and such an event holds ids only. Codes of invites are for who made them and who manages the server;
     * reasons are for the person concerned and who reads the audit log.
     */
    public static Audience of(StructureEvent event) {
        return switch (event) {
            case ServerEvent.Created e -> MEMBERS;
            case ServerEvent.Renamed e -> MEMBERS;
            case ServerEvent.Described e -> MEMBERS;
            case ServerEvent.IconChanged e -> MEMBERS;
            case ServerEvent.OwnershipTransferred e -> MEMBERS;
            case ServerEvent.Deleted e -> MEMBERS;
            case CategoryEvent.Created e -> MEMBERS;
            case CategoryEvent.Renamed e -> MEMBERS;
            case CategoryEvent.Moved e -> MEMBERS;
            case CategoryEvent.Deleted e -> MEMBERS;
            case ChannelEvent.Created e -> of(e.channelId());
            case ChannelEvent.Renamed e -> of(e.channelId());
            case ChannelEvent.TopicChanged e -> of(e.channelId());
            case ChannelEvent.Moved e -> of(e.channelId());
            case ChannelEvent.SlowModeChanged e -> of(e.channelId());
            case ChannelEvent.RoleOverridden e -> MEMBERS;
            case ChannelEvent.MemberOverridden e -> MEMBERS;
            case ChannelEvent.Deleted e -> MEMBERS;
            case RoleEvent.Created e -> MEMBERS;
            case RoleEvent.Edited e -> MEMBERS;
            case RoleEvent.Reordered e -> MEMBERS;
            case RoleEvent.Deleted e -> MEMBERS;
            case RoleEvent.Assigned e -> MEMBERS;
            case RoleEvent.Withdrawn e -> MEMBERS;
            case MemberEvent.ModerationExplained e -> new Audience(null, Permission.VIEW_AUDIT_LOG, e.userId());
            case MemberEvent.Joined e -> MEMBERS;
            case MemberEvent.Left e -> MEMBERS;
            case MemberEvent.NicknameChanged e -> MEMBERS;
            case MemberEvent.Kicked e -> MEMBERS;
            case MemberEvent.Banned e -> MEMBERS;
            case MemberEvent.Unbanned e -> MEMBERS;
            case MemberEvent.TimedOut e -> MEMBERS;
            case MemberEvent.TimeOutLifted e -> MEMBERS;
            case InviteEvent.Created e -> new Audience(null, Permission.MANAGE_SERVER, e.actorId());
            case InviteEvent.Revoked e -> new Audience(null, Permission.MANAGE_SERVER, e.actorId());
            case ConversationEvent.PairStarted e -> MEMBERS;
            case ConversationEvent.GroupStarted e -> MEMBERS;
            case ConversationEvent.MemberAdded e -> MEMBERS;
        };
    }

    boolean includes(Server server, UserId user) {
        return server.hasMember(user)
                && (channel == null || server.maySee(channel, user))
                && (permission == null
                        || user.equals(except)
                        || server.permissionsOf(user).contains(permission));
    }
}
