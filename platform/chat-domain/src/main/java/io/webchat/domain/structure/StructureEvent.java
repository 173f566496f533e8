package io.webchat.domain.structure;

import java.time.Instant;

/** An accepted fact about one server. The log keeps these for ever, so a released shape never changes. */
public sealed interface StructureEvent permits ServerEvent, ChannelEvent, MemberEvent, InviteEvent {
    /** The server that the fact is about, and so its place in the log. */
    ServerId serverId();

    /** When the command was accepted for deciding. Not an order: the order is the log's. */
    Instant at();
}
