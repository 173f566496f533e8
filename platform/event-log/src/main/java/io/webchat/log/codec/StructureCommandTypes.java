package io.webchat.log.codec;

import io.webchat.domain.structure.CategoryCommand;
import io.webchat.domain.structure.ChannelCommand;
import io.webchat.domain.structure.ConversationCommand;
import io.webchat.domain.structure.InviteCommand;
import io.webchat.domain.structure.MemberCommand;
import io.webchat.domain.structure.RoleCommand;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.StructureCommand;
import java.util.Map;

/** The names of structural commands on the wire. They live seven days and are no public interface. */
final class StructureCommandTypes {
    static final Map<String, Class<? extends StructureCommand>> CLASSES = Map.ofEntries(
            Map.entry("webchat.server.create.v1", ServerCommand.Create.class),
            Map.entry("webchat.server.rename.v1", ServerCommand.Rename.class),
            Map.entry("webchat.server.describe.v1", ServerCommand.Describe.class),
            Map.entry("webchat.server.change-icon.v1", ServerCommand.ChangeIcon.class),
            Map.entry("webchat.server.transfer-ownership.v1", ServerCommand.TransferOwnership.class),
            Map.entry("webchat.server.delete.v1", ServerCommand.Delete.class),
            Map.entry("webchat.category.create.v1", CategoryCommand.Create.class),
            Map.entry("webchat.category.rename.v1", CategoryCommand.Rename.class),
            Map.entry("webchat.category.move.v1", CategoryCommand.Move.class),
            Map.entry("webchat.category.delete.v1", CategoryCommand.Delete.class),
            Map.entry("webchat.channel.create.v1", ChannelCommand.Create.class),
            Map.entry("webchat.channel.rename.v1", ChannelCommand.Rename.class),
            Map.entry("webchat.channel.change-topic.v1", ChannelCommand.ChangeTopic.class),
            Map.entry("webchat.channel.move.v1", ChannelCommand.Move.class),
            Map.entry("webchat.channel.change-slow-mode.v1", ChannelCommand.ChangeSlowMode.class),
            Map.entry("webchat.channel.override-role.v1", ChannelCommand.OverrideRole.class),
            Map.entry("webchat.channel.override-member.v1", ChannelCommand.OverrideMember.class),
            Map.entry("webchat.channel.delete.v1", ChannelCommand.Delete.class),
            Map.entry("webchat.role.create.v1", RoleCommand.Create.class),
            Map.entry("webchat.role.edit.v1", RoleCommand.Edit.class),
            Map.entry("webchat.role.reorder.v1", RoleCommand.Reorder.class),
            Map.entry("webchat.role.delete.v1", RoleCommand.Delete.class),
            Map.entry("webchat.role.assign.v1", RoleCommand.Assign.class),
            Map.entry("webchat.role.withdraw.v1", RoleCommand.Withdraw.class),
            Map.entry("webchat.member.join.v1", MemberCommand.Join.class),
            Map.entry("webchat.member.leave.v1", MemberCommand.Leave.class),
            Map.entry("webchat.member.change-nickname.v1", MemberCommand.ChangeNickname.class),
            Map.entry("webchat.member.kick.v1", MemberCommand.Kick.class),
            Map.entry("webchat.member.ban.v1", MemberCommand.Ban.class),
            Map.entry("webchat.member.unban.v1", MemberCommand.Unban.class),
            Map.entry("webchat.member.time-out.v1", MemberCommand.TimeOut.class),
            Map.entry("webchat.member.lift-time-out.v1", MemberCommand.LiftTimeOut.class),
            Map.entry("webchat.invite.create.v1", InviteCommand.Create.class),
            Map.entry("webchat.invite.revoke.v1", InviteCommand.Revoke.class),
            Map.entry("webchat.conversation.start-pair.v1", ConversationCommand.StartPair.class),
            Map.entry("webchat.conversation.start-group.v1", ConversationCommand.StartGroup.class),
            Map.entry("webchat.conversation.add-member.v1", ConversationCommand.AddMember.class));

    private StructureCommandTypes() {}

    static String of(StructureCommand value) {
        return switch (value) {
            case ServerCommand.Create e -> "webchat.server.create.v1";
            case ServerCommand.Rename e -> "webchat.server.rename.v1";
            case ServerCommand.Describe e -> "webchat.server.describe.v1";
            case ServerCommand.ChangeIcon e -> "webchat.server.change-icon.v1";
            case ServerCommand.TransferOwnership e -> "webchat.server.transfer-ownership.v1";
            case ServerCommand.Delete e -> "webchat.server.delete.v1";
            case CategoryCommand.Create e -> "webchat.category.create.v1";
            case CategoryCommand.Rename e -> "webchat.category.rename.v1";
            case CategoryCommand.Move e -> "webchat.category.move.v1";
            case CategoryCommand.Delete e -> "webchat.category.delete.v1";
            case ChannelCommand.Create e -> "webchat.channel.create.v1";
            case ChannelCommand.Rename e -> "webchat.channel.rename.v1";
            case ChannelCommand.ChangeTopic e -> "webchat.channel.change-topic.v1";
            case ChannelCommand.Move e -> "webchat.channel.move.v1";
            case ChannelCommand.ChangeSlowMode e -> "webchat.channel.change-slow-mode.v1";
            case ChannelCommand.OverrideRole e -> "webchat.channel.override-role.v1";
            case ChannelCommand.OverrideMember e -> "webchat.channel.override-member.v1";
            case ChannelCommand.Delete e -> "webchat.channel.delete.v1";
            case RoleCommand.Create e -> "webchat.role.create.v1";
            case RoleCommand.Edit e -> "webchat.role.edit.v1";
            case RoleCommand.Reorder e -> "webchat.role.reorder.v1";
            case RoleCommand.Delete e -> "webchat.role.delete.v1";
            case RoleCommand.Assign e -> "webchat.role.assign.v1";
            case RoleCommand.Withdraw e -> "webchat.role.withdraw.v1";
            case MemberCommand.Join e -> "webchat.member.join.v1";
            case MemberCommand.Leave e -> "webchat.member.leave.v1";
            case MemberCommand.ChangeNickname e -> "webchat.member.change-nickname.v1";
            case MemberCommand.Kick e -> "webchat.member.kick.v1";
            case MemberCommand.Ban e -> "webchat.member.ban.v1";
            case MemberCommand.Unban e -> "webchat.member.unban.v1";
            case MemberCommand.TimeOut e -> "webchat.member.time-out.v1";
            case MemberCommand.LiftTimeOut e -> "webchat.member.lift-time-out.v1";
            case InviteCommand.Create e -> "webchat.invite.create.v1";
            case InviteCommand.Revoke e -> "webchat.invite.revoke.v1";
            case ConversationCommand.StartPair e -> "webchat.conversation.start-pair.v1";
            case ConversationCommand.StartGroup e -> "webchat.conversation.start-group.v1";
            case ConversationCommand.AddMember e -> "webchat.conversation.add-member.v1";
        };
    }
}
