package io.webchat.domain.message;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a message after it was posted. Changes of a message that is deleted, or never was, mean nothing. */
public sealed interface MessageChange extends MessageEvent {
    /**
     * Its author wrote it anew.
     *
     * @param revision counts the edits from 1. Of two edits with one revision the first counts, for every reader
     * @param mentions null for nobody
     */
    record Edited(
            ServerId serverId,
            ChannelId channelId,
            MessageId messageId,
            UserId actorId,
            int revision,
            String content,
            @Nullable Mentions mentions,
            Instant at)
            implements MessageChange {}

    /** Its author or a moderator took it away. Its number in the channel stays its own. */
    record Deleted(ServerId serverId, ChannelId channelId, MessageId messageId, UserId actorId, Instant at)
            implements MessageChange {}

    /**
     * Somebody reacted. One that is there already, or a further one where {@link Reactions#MAX_EMOJI} emoji or
     * {@link Reactions#MAX} reactions are, means nothing.
     */
    record ReactionAdded(
            ServerId serverId, ChannelId channelId, MessageId messageId, UserId actorId, Emoji emoji, Instant at)
            implements MessageChange {}

    /**
     * A reaction was taken back, or taken away by a moderator.
     *
     * @param userId whose reaction it was
     */
    record ReactionRemoved(
            ServerId serverId,
            ChannelId channelId,
            MessageId messageId,
            UserId actorId,
            UserId userId,
            Emoji emoji,
            Instant at)
            implements MessageChange {}
}
