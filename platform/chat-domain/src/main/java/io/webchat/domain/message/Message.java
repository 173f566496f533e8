package io.webchat.domain.message;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as it is now. A deleted one keeps its place and loses what it said: the content is empty, and nothing is
 * attached, answered, called or reacted.
 *
 * @param replyTo the message that it answers; null for none
 * @param threadId the thread that it was said in; null outside threads
 * @param mentions null for nobody
 * @param revision how often it was edited
 * @param editedAt null if it never was
 */
public record Message(
        ServerId serverId,
        ChannelId channelId,
        MessageId id,
        UserId authorId,
        String content,
        @Nullable MessageId replyTo,
        @Nullable MessageId threadId,
        @Nullable Mentions mentions,
        List<Attachment> attachments,
        Instant at,
        int revision,
        @Nullable Instant editedAt,
        boolean isDeleted,
        Reactions reactions) {

    public Message {
        attachments = List.copyOf(attachments);
    }

    /** A message as it was posted. */
    public static Message of(MessageEvent.Posted posted) {
        return new Message(
                posted.serverId(),
                posted.channelId(),
                posted.messageId(),
                posted.authorId(),
                posted.content(),
                posted.replyTo(),
                posted.threadId(),
                posted.mentions(),
                posted.attachments() == null ? List.of() : posted.attachments(),
                posted.at(),
                0,
                null,
                false,
                Reactions.NONE);
    }

    /**
     * Folds one change. Whatever raced and lost leaves the message as it is: that is decided here, by the order of the
     * log, and so the same for every reader.
     */
    public Message evolve(MessageChange change) {
        if (isDeleted) {
            return this;
        }
        return switch (change) {
            case MessageChange.Edited e -> e.revision() == revision + 1 ? edited(e) : this;
            case MessageChange.Deleted e -> deleted();
            case MessageChange.ReactionAdded e -> with(reactions.with(e.emoji(), e.actorId()));
            case MessageChange.ReactionRemoved e -> with(reactions.without(e.emoji(), e.userId()));
        };
    }

    private Message edited(MessageChange.Edited edit) {
        return new Message(
                serverId,
                channelId,
                id,
                authorId,
                edit.content(),
                replyTo,
                threadId,
                edit.mentions(),
                attachments,
                at,
                edit.revision(),
                edit.at(),
                false,
                reactions);
    }

    private Message deleted() {
        return new Message(
                serverId,
                channelId,
                id,
                authorId,
                "",
                null,
                threadId,
                null,
                List.of(),
                at,
                revision,
                editedAt,
                true,
                Reactions.NONE);
    }

    private Message with(Reactions newReactions) {
        return new Message(
                serverId,
                channelId,
                id,
                authorId,
                content,
                replyTo,
                threadId,
                mentions,
                attachments,
                at,
                revision,
                editedAt,
                false,
                newReactions);
    }
}
