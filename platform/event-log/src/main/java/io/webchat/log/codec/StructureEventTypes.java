package io.webchat.log.codec;

import io.webchat.domain.structure.CategoryEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureEvent;
import java.util.Map;

/** The names of structural facts on the wire. A released name keeps its meaning and its shape for ever. */
final class StructureEventTypes {
    static final Map<String, Class<? extends StructureEvent>> CLASSES = Map.ofEntries(
            Map.entry("webchat.server.created.v1", ServerEvent.Created.class),
            Map.entry("webchat.server.renamed.v1", ServerEvent.Renamed.class),
            Map.entry("webchat.server.described.v1", ServerEvent.Described.class),
            Map.entry("webchat.server.icon-changed.v1", ServerEvent.IconChanged.class),
            Map.entry("webchat.server.ownership-transferred.v1", ServerEvent.OwnershipTransferred.class),
            Map.entry("webchat.server.deleted.v1", ServerEvent.Deleted.class),
            Map.entry("webchat.category.created.v1", CategoryEvent.Created.class),
            Map.entry("webchat.category.renamed.v1", CategoryEvent.Renamed.class),
            Map.entry("webchat.category.moved.v1", CategoryEvent.Moved.class),
            Map.entry("webchat.category.deleted.v1", CategoryEvent.Deleted.class),
            Map.entry("webchat.channel.created.v1", ChannelEvent.Created.class),
            Map.entry("webchat.channel.renamed.v1", ChannelEvent.Renamed.class),
            Map.entry("webchat.channel.topic-changed.v1", ChannelEvent.TopicChanged.class),
            Map.entry("webchat.channel.moved.v1", ChannelEvent.Moved.class),
            Map.entry("webchat.channel.slow-mode-changed.v1", ChannelEvent.SlowModeChanged.class),
            Map.entry("webchat.channel.role-overridden.v1", ChannelEvent.RoleOverridden.class),
            Map.entry("webchat.channel.member-overridden.v1", ChannelEvent.MemberOverridden.class),
            Map.entry("webchat.channel.deleted.v1", ChannelEvent.Deleted.class),
            Map.entry("webchat.role.created.v1", RoleEvent.Created.class),
            Map.entry("webchat.role.edited.v1", RoleEvent.Edited.class),
            Map.entry("webchat.role.reordered.v1", RoleEvent.Reordered.class),
            Map.entry("webchat.role.deleted.v1", RoleEvent.Deleted.class),
            Map.entry("webchat.role.assigned.v1", RoleEvent.Assigned.class),
            Map.entry("webchat.role.withdrawn.v1", RoleEvent.Withdrawn.class),
            Map.entry("webchat.member.joined.v1", MemberEvent.Joined.class),
            Map.entry("webchat.member.left.v1", MemberEvent.Left.class),
            Map.entry("webchat.member.nickname-changed.v1", MemberEvent.NicknameChanged.class),
            Map.entry("webchat.member.kicked.v1", MemberEvent.Kicked.class),
            Map.entry("webchat.member.banned.v1", MemberEvent.Banned.class),
            Map.entry("webchat.member.unbanned.v1", MemberEvent.Unbanned.class),
            Map.entry("webchat.member.timed-out.v1", MemberEvent.TimedOut.class),
            Map.entry("webchat.member.time-out-lifted.v1", MemberEvent.TimeOutLifted.class),
            Map.entry("webchat.member.moderation-explained.v1", MemberEvent.ModerationExplained.class),
            Map.entry("webchat.invite.created.v1", InviteEvent.Created.class),
            Map.entry("webchat.invite.revoked.v1", InviteEvent.Revoked.class),
            Map.entry("webchat.conversation.pair-started.v1", ConversationEvent.PairStarted.class),
            Map.entry("webchat.conversation.group-started.v1", ConversationEvent.GroupStarted.class),
            Map.entry("webchat.conversation.member-added.v1", ConversationEvent.MemberAdded.class));

    private StructureEventTypes() {}

    static String of(StructureEvent value) {
        return switch (value) {
            case ServerEvent.Created e -> "webchat.server.created.v1";
            case ServerEvent.Renamed e -> "webchat.server.renamed.v1";
            case ServerEvent.Described e -> "webchat.server.described.v1";
            case ServerEvent.IconChanged e -> "webchat.server.icon-changed.v1";
            case ServerEvent.OwnershipTransferred e -> "webchat.server.ownership-transferred.v1";
            case ServerEvent.Deleted e -> "webchat.server.deleted.v1";
            case CategoryEvent.Created e -> "webchat.category.created.v1";
            case CategoryEvent.Renamed e -> "webchat.category.renamed.v1";
            case CategoryEvent.Moved e -> "webchat.category.moved.v1";
            case CategoryEvent.Deleted e -> "webchat.category.deleted.v1";
            case ChannelEvent.Created e -> "webchat.channel.created.v1";
            case ChannelEvent.Renamed e -> "webchat.channel.renamed.v1";
            case ChannelEvent.TopicChanged e -> "webchat.channel.topic-changed.v1";
            case ChannelEvent.Moved e -> "webchat.channel.moved.v1";
            case ChannelEvent.SlowModeChanged e -> "webchat.channel.slow-mode-changed.v1";
            case ChannelEvent.RoleOverridden e -> "webchat.channel.role-overridden.v1";
            case ChannelEvent.MemberOverridden e -> "webchat.channel.member-overridden.v1";
            case ChannelEvent.Deleted e -> "webchat.channel.deleted.v1";
            case RoleEvent.Created e -> "webchat.role.created.v1";
            case RoleEvent.Edited e -> "webchat.role.edited.v1";
            case RoleEvent.Reordered e -> "webchat.role.reordered.v1";
            case RoleEvent.Deleted e -> "webchat.role.deleted.v1";
            case RoleEvent.Assigned e -> "webchat.role.assigned.v1";
            case RoleEvent.Withdrawn e -> "webchat.role.withdrawn.v1";
            case MemberEvent.Joined e -> "webchat.member.joined.v1";
            case MemberEvent.Left e -> "webchat.member.left.v1";
            case MemberEvent.NicknameChanged e -> "webchat.member.nickname-changed.v1";
            case MemberEvent.Kicked e -> "webchat.member.kicked.v1";
            case MemberEvent.Banned e -> "webchat.member.banned.v1";
            case MemberEvent.Unbanned e -> "webchat.member.unbanned.v1";
            case MemberEvent.TimedOut e -> "webchat.member.timed-out.v1";
            case MemberEvent.TimeOutLifted e -> "webchat.member.time-out-lifted.v1";
            case MemberEvent.ModerationExplained e -> "webchat.member.moderation-explained.v1";
            case InviteEvent.Created e -> "webchat.invite.created.v1";
            case InviteEvent.Revoked e -> "webchat.invite.revoked.v1";
            case ConversationEvent.PairStarted e -> "webchat.conversation.pair-started.v1";
            case ConversationEvent.GroupStarted e -> "webchat.conversation.group-started.v1";
            case ConversationEvent.MemberAdded e -> "webchat.conversation.member-added.v1";
        };
    }
}
