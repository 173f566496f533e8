package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;

/** An accepted fact about one server. The log keeps these for ever, so a released shape never changes. */
public sealed interface StructureEvent
        permits ServerEvent, CategoryEvent, ChannelEvent, RoleEvent, MemberEvent, InviteEvent, ConversationEvent {
    /** The server that the fact is about, and so its place in the log. */
    ServerId serverId();

    /** Who did it. */
    UserId actorId();

    /** When the command was accepted for deciding. Not an order: the order is the log's. */
    Instant at();
}
