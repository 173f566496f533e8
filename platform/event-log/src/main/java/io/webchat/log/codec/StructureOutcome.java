package io.webchat.log.codec;

import io.webchat.domain.Rejection;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.ServerId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a structural command: the answer to the request that waits for it, and to any retry of it. */
public sealed interface StructureOutcome {
    Map<String, Class<? extends StructureOutcome>> WIRE_TYPES = Map.of(
            "webchat.structure.accepted.v1", Accepted.class,
            "webchat.structure.rejected.v1", Rejected.class,
            "webchat.structure.failed.v1", Failed.class);

    CommandId commandId();

    /** The server whose partition holds what happened. */
    ServerId serverId();

    /**
     * Carried out.
     *
     * @param nextOffset the position in the server's partition of {@code webchat.structure} at which all of its events
     *     are included
     * @param channelId made by the command, if it made one
     * @param inviteCode made by the command, if it made one
     */
    record Accepted(
            CommandId commandId,
            ServerId serverId,
            long nextOffset,
            @Nullable ChannelId channelId,
            @Nullable InviteCode inviteCode)
            implements StructureOutcome {}

    /** Refused; nothing changed. */
    record Rejected(CommandId commandId, ServerId serverId, String reason, String detail) implements StructureOutcome {
        public Rejection rejection() {
            return new Rejection(Rejection.Reason.ofSlug(reason), detail);
        }
    }

    /**
     * Not decided, because deciding it broke; nothing changed. A fault of the platform, which the writer has logged
     * with the command's id.
     */
    record Failed(CommandId commandId, ServerId serverId) implements StructureOutcome {}

    /** The {@code ce_type} of an outcome. */
    static String wireType(StructureOutcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> "webchat.structure.accepted.v1";
            case Rejected rejected -> "webchat.structure.rejected.v1";
            case Failed failed -> "webchat.structure.failed.v1";
        };
    }
}
