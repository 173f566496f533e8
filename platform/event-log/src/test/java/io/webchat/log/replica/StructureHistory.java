package io.webchat.log.replica;

import io.webchat.domain.structure.AttachmentId;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two servers and two conversations with every kind of event, much of which is still there at the end. Always the same.
 */
final class StructureHistory {
    static final UserId ADA = new UserId(id(1));
    static final UserId BEN = new UserId(id(2));
    static final UserId CLEO = new UserId(id(3));
    static final UserId DAN = new UserId(id(4));
    static final ServerId ROCKETS = new ServerId(id(10));
    static final ServerId TRAINS = new ServerId(id(11));
    static final ServerId PAIR = new ServerId(id(12));
    static final ServerId GROUP = new ServerId(id(13));
    static final ChannelId GENERAL = new ChannelId(id(20));
    static final ChannelId FUEL = new ChannelId(id(21));
    static final ChannelId OLD = new ChannelId(id(22));
    static final CategoryId ENGINES = new CategoryId(id(30));
    static final CategoryId ARCHIVE = new CategoryId(id(31));
    static final RoleId GUARD = new RoleId(id(40));
    static final RoleId HELPER = new RoleId(id(41));
    static final RoleId GUEST = new RoleId(id(42));
    static final InviteCode OPEN = new InviteCode("AAAAAAAAAAAAAAAA");
    static final InviteCode LIMITED = new InviteCode("BBBBBBBBBBBBBBBB");
    static final InviteCode REVOKED = new InviteCode("CCCCCCCCCCCCCCCC");

    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final Permissions VIEW = Permissions.of(Permission.VIEW_CHANNEL);

    private StructureHistory() {}

    static List<StructureEvent> events() {
        return List.of(
                new ServerEvent.Created(ROCKETS, "Rockets", ADA, AT),
                new MemberEvent.Joined(ROCKETS, ADA, null, AT),
                new ServerEvent.Created(TRAINS, "Trains", BEN, AT),
                new ChannelEvent.Created(ROCKETS, GENERAL, "general", ADA, AT, null, null, null),
                new MemberEvent.Joined(TRAINS, BEN, null, AT),
                new InviteEvent.Created(ROCKETS, OPEN, ADA, AT, null, null),
                new InviteEvent.Created(ROCKETS, LIMITED, ADA, AT, AT.plusSeconds(3600), 5),
                new InviteEvent.Created(ROCKETS, REVOKED, ADA, AT, null, null),
                new ChannelEvent.Created(TRAINS, new ChannelId(id(23)), "general", BEN, AT, null, null, null),
                new MemberEvent.Joined(ROCKETS, BEN, LIMITED.id(), AT),
                new MemberEvent.Joined(ROCKETS, CLEO, OPEN.id(), AT),
                new MemberEvent.Joined(ROCKETS, DAN, OPEN.id(), AT),
                new ServerEvent.Renamed(ROCKETS, "Moon rockets 🚀", ADA, AT),
                new ServerEvent.Described(ROCKETS, "We fly.", ADA, AT),
                new ServerEvent.IconChanged(ROCKETS, new AttachmentId(id(50)), ADA, AT),
                new CategoryEvent.Created(ROCKETS, ENGINES, "Engines", ADA, AT),
                new CategoryEvent.Created(ROCKETS, ARCHIVE, "Archive", ADA, AT),
                new CategoryEvent.Renamed(ROCKETS, ENGINES, "Motors", ADA, AT),
                new CategoryEvent.Moved(ROCKETS, ENGINES, ARCHIVE, ADA, AT),
                new ChannelEvent.Created(ROCKETS, FUEL, "fuel", ADA, AT, "Oxygen", ENGINES, true),
                new ChannelEvent.Created(ROCKETS, OLD, "old", ADA, AT, null, ARCHIVE, null),
                new ChannelEvent.Moved(ROCKETS, GENERAL, ENGINES, FUEL, ADA, AT),
                new ChannelEvent.Renamed(ROCKETS, FUEL, "tanks", ADA, AT),
                new ChannelEvent.TopicChanged(ROCKETS, FUEL, "", ADA, AT),
                new ChannelEvent.SlowModeChanged(ROCKETS, GENERAL, 30, ADA, AT),
                new RoleEvent.Created(ROCKETS, GUARD, "Guard", new RoleColor("#3b82f6"), VIEW, ADA, AT),
                new RoleEvent.Created(ROCKETS, HELPER, "Helper", null, VIEW, ADA, AT),
                new RoleEvent.Created(ROCKETS, GUEST, "Guest", null, Permissions.NONE, ADA, AT),
                new RoleEvent.Reordered(ROCKETS, List.of(HELPER, GUEST, GUARD), ADA, AT),
                new RoleEvent.Edited(ROCKETS, GUARD, "Guards", null, Permissions.ALL, ADA, AT),
                new RoleEvent.Assigned(ROCKETS, GUARD, BEN, ADA, AT),
                new RoleEvent.Assigned(ROCKETS, HELPER, BEN, ADA, AT),
                new RoleEvent.Assigned(ROCKETS, HELPER, CLEO, ADA, AT),
                new RoleEvent.Withdrawn(ROCKETS, HELPER, BEN, ADA, AT),
                new RoleEvent.Deleted(ROCKETS, GUEST, ADA, AT),
                new ChannelEvent.RoleOverridden(ROCKETS, FUEL, HELPER, VIEW, Permissions.NONE, ADA, AT),
                new ChannelEvent.MemberOverridden(ROCKETS, FUEL, CLEO, Permissions.NONE, VIEW, ADA, AT),
                new MemberEvent.NicknameChanged(ROCKETS, BEN, "Benny", BEN, AT),
                new MemberEvent.TimedOut(ROCKETS, BEN, AT.plusSeconds(60), ADA, AT),
                new MemberEvent.TimedOut(ROCKETS, CLEO, AT.plusSeconds(60), ADA, AT),
                new MemberEvent.TimeOutLifted(ROCKETS, CLEO, ADA, AT),
                new MemberEvent.Kicked(ROCKETS, DAN, ADA, AT),
                new MemberEvent.ModerationExplained(ROCKETS, DAN, "spam", ADA, AT),
                new MemberEvent.Joined(ROCKETS, DAN, OPEN.id(), AT),
                new MemberEvent.Banned(ROCKETS, DAN, ADA, AT),
                new MemberEvent.Banned(ROCKETS, new UserId(id(5)), ADA, AT),
                new MemberEvent.Unbanned(ROCKETS, new UserId(id(5)), ADA, AT),
                new CategoryEvent.Deleted(ROCKETS, ARCHIVE, ADA, AT),
                new ChannelEvent.Deleted(ROCKETS, OLD, ADA, AT),
                new InviteEvent.Revoked(ROCKETS, REVOKED, ADA, AT),
                new ServerEvent.OwnershipTransferred(ROCKETS, CLEO, ADA, AT),
                new MemberEvent.Left(ROCKETS, ADA, AT),
                new ConversationEvent.PairStarted(PAIR, new ChannelId(id(24)), List.of(ADA, BEN), ADA, AT),
                new ConversationEvent.GroupStarted(
                        GROUP, new ChannelId(id(25)), List.of(ADA, BEN, CLEO), "Crew", ADA, AT),
                new ConversationEvent.MemberAdded(GROUP, DAN, BEN, AT),
                new MemberEvent.Left(GROUP, BEN, AT),
                new ServerEvent.Deleted(TRAINS, BEN, AT));
    }

    private static UUID id(long number) {
        return new UUID(0x0197_b3a0_0000_7000L, 0x8000_0000_0000_0000L | number);
    }
}
