package io.webchat.projection.laws;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.CategoryId;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.structure.RoleColor;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import java.time.Instant;
import java.util.List;

/** Two servers and two conversations, with all that can happen in them, one after the other in the same partition. */
public final class StructureHistory {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private StructureHistory() {}

    public static List<StructureEvent> ofTwoServers() {
        var rockets = new ServerId(Ids.fresh());
        var trains = new ServerId(Ids.fresh());
        var ada = new UserId(Ids.fresh());
        var ben = new UserId(Ids.fresh());
        var cleo = new UserId(Ids.fresh());
        var dan = new UserId(Ids.fresh());
        var general = new ChannelId(Ids.fresh());
        var fuel = new ChannelId(Ids.fresh());
        var engines = new CategoryId(Ids.fresh());
        var guard = new RoleId(Ids.fresh());
        var helper = new RoleId(Ids.fresh());
        var view = Permissions.of(Permission.VIEW_CHANNEL);
        var pair = new ServerId(Ids.fresh());
        var group = new ServerId(Ids.fresh());
        var invite = new InviteCode("AAAAAAAAAAAAAAAA");
        return List.of(
                new ServerEvent.Created(rockets, "Rockets", ada, AT),
                new MemberEvent.Joined(rockets, ada, null, AT),
                new ServerEvent.Created(trains, "Trains", ben, AT),
                new ChannelEvent.Created(rockets, general, "general", ada, AT, null, null, null),
                new MemberEvent.Joined(trains, ben, null, AT),
                new InviteEvent.Created(rockets, invite, ada, AT, null, null),
                new ChannelEvent.Created(trains, new ChannelId(Ids.fresh()), "general", ben, AT, null, null, null),
                new MemberEvent.Joined(rockets, ben, invite.id(), AT),
                new InviteEvent.Created(trains, new InviteCode("BBBBBBBBBBBBBBBB"), ben, AT, null, null),
                new MemberEvent.Joined(rockets, cleo, invite.id(), AT),
                new ServerEvent.Renamed(rockets, "Moon rockets", ada, AT),
                new ServerEvent.Described(rockets, "We fly.", ada, AT),
                new CategoryEvent.Created(rockets, engines, "Engines", ada, AT),
                new ChannelEvent.Created(rockets, fuel, "fuel", ada, AT, "Oxygen", engines, true),
                new ChannelEvent.Moved(rockets, general, engines, fuel, ada, AT),
                new ChannelEvent.Renamed(rockets, fuel, "tanks", ada, AT),
                new ChannelEvent.TopicChanged(rockets, fuel, "", ada, AT),
                new ChannelEvent.SlowModeChanged(rockets, general, 30, ada, AT),
                new RoleEvent.Created(rockets, guard, "Guard", new RoleColor("#3b82f6"), view, ada, AT),
                new RoleEvent.Created(rockets, helper, "Helper", null, view, ada, AT),
                new RoleEvent.Reordered(rockets, List.of(helper, guard), ada, AT),
                new RoleEvent.Edited(rockets, guard, "Guards", null, Permissions.NONE, ada, AT),
                new RoleEvent.Assigned(rockets, guard, ben, ada, AT),
                new RoleEvent.Assigned(rockets, helper, ben, ada, AT),
                new RoleEvent.Withdrawn(rockets, guard, ben, ada, AT),
                new ChannelEvent.RoleOverridden(rockets, fuel, helper, view, Permissions.NONE, ada, AT),
                new ChannelEvent.MemberOverridden(rockets, fuel, ben, Permissions.NONE, view, ada, AT),
                new MemberEvent.NicknameChanged(rockets, ben, "Benny", ben, AT),
                new MemberEvent.TimedOut(rockets, cleo, AT.plusSeconds(60), ada, AT),
                new MemberEvent.TimeOutLifted(rockets, cleo, ada, AT),
                new MemberEvent.Kicked(rockets, cleo, ada, AT),
                new MemberEvent.ModerationExplained(rockets, cleo, "spam", ada, AT),
                new MemberEvent.Joined(rockets, cleo, invite.id(), AT),
                new MemberEvent.Banned(rockets, ben, ada, AT),
                new MemberEvent.ModerationExplained(rockets, ben, "more spam", ada, AT),
                new MemberEvent.Banned(rockets, dan, ada, AT),
                new MemberEvent.Unbanned(rockets, ben, ada, AT),
                new MemberEvent.Banned(rockets, ben, ada, AT),
                new MemberEvent.ModerationExplained(rockets, ben, "again", ada, AT),
                new MemberEvent.Unbanned(rockets, dan, ada, AT),
                new RoleEvent.Deleted(rockets, helper, ada, AT),
                new CategoryEvent.Deleted(rockets, engines, ada, AT),
                new ServerEvent.OwnershipTransferred(rockets, cleo, ada, AT),
                new MemberEvent.Left(rockets, ada, AT),
                new ChannelEvent.Deleted(rockets, fuel, cleo, AT),
                new InviteEvent.Revoked(rockets, invite, cleo, AT),
                new ConversationEvent.PairStarted(pair, new ChannelId(Ids.fresh()), List.of(ada, ben), ada, AT),
                new ConversationEvent.GroupStarted(
                        group, new ChannelId(Ids.fresh()), List.of(ada, ben, cleo), null, ada, AT),
                new ConversationEvent.MemberAdded(group, dan, ben, AT),
                new ServerEvent.Renamed(group, "Crew", dan, AT),
                new MemberEvent.Left(group, ben, AT),
                new ConversationEvent.MemberAdded(group, ben, dan, AT),
                new ServerEvent.Deleted(trains, ben, AT));
    }
}
