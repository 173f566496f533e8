package io.webchat.log.codec;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.InviteCommand;
import io.webchat.domain.structure.InviteEvent;
import io.webchat.domain.structure.MemberCommand;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerCommand;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.structure.StructureEvent;
import io.webchat.domain.user.UserEvent;
import java.util.Map;

/** The names on the wire. A released name keeps its meaning and its shape for ever. */
final class WireTypes {
    static final Map<String, Class<? extends MessageEvent>> MESSAGE_EVENTS =
            Map.of("webchat.message.posted.v1", MessageEvent.Posted.class);

    static final Map<String, Class<? extends StructureEvent>> STRUCTURE_EVENTS = Map.of(
            "webchat.server.created.v1", ServerEvent.Created.class,
            "webchat.channel.created.v1", ChannelEvent.Created.class,
            "webchat.member.joined.v1", MemberEvent.Joined.class,
            "webchat.invite.created.v1", InviteEvent.Created.class);

    static final Map<String, Class<? extends UserEvent>> USER_EVENTS =
            Map.of("webchat.user.registered.v1", UserEvent.Registered.class);

    static final Map<String, Class<? extends StructureCommand>> STRUCTURE_COMMANDS = Map.of(
            "webchat.server.create.v1", ServerCommand.Create.class,
            "webchat.invite.create.v1", InviteCommand.Create.class,
            "webchat.member.join.v1", MemberCommand.Join.class);

    private WireTypes() {}

    static String of(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted e -> "webchat.message.posted.v1";
        };
    }

    static String of(StructureEvent event) {
        return switch (event) {
            case ServerEvent.Created e -> "webchat.server.created.v1";
            case ChannelEvent.Created e -> "webchat.channel.created.v1";
            case MemberEvent.Joined e -> "webchat.member.joined.v1";
            case InviteEvent.Created e -> "webchat.invite.created.v1";
        };
    }

    static String of(UserEvent event) {
        return switch (event) {
            case UserEvent.Registered e -> "webchat.user.registered.v1";
        };
    }

    static String of(StructureCommand command) {
        return switch (command) {
            case ServerCommand.Create c -> "webchat.server.create.v1";
            case InviteCommand.Create c -> "webchat.invite.create.v1";
            case MemberCommand.Join c -> "webchat.member.join.v1";
        };
    }
}
