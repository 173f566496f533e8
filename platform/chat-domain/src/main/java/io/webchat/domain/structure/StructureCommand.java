package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What somebody wants of one server. Decided by {@link StructureDecider}, one after the other. */
public sealed interface StructureCommand
        permits ServerCommand,
                CategoryCommand,
                ChannelCommand,
                RoleCommand,
                MemberCommand,
                InviteCommand,
                ConversationCommand {
    /** The server that the command is about, and so the writer that decides it. */
    ServerId serverId();

    /** Who wants it. Known from their access token, never from the request's body. */
    UserId actor();

    /** When the request arrived. */
    Instant at();
}
