package io.webchat.projection.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.MessageThread;
import io.webchat.domain.message.Reactions.Reaction;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as answers show it; what does not apply is absent.
 *
 * @param number its place in its timeline
 * @param thread the one that hangs on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineMessage(
        long number,
        MessageId messageId,
        ChannelId channelId,
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
        List<Reaction> reactions,
        boolean isPinned,
        @Nullable MessageThread thread) {

    static TimelineMessage of(MessageDocument document, boolean isPinned, @Nullable MessageThread thread) {
        var message = document.message();
        return new TimelineMessage(
                document.number(),
                message.id(),
                message.channelId(),
                message.authorId(),
                message.content(),
                message.replyTo(),
                message.threadId(),
                message.mentions(),
                message.attachments(),
                message.at(),
                message.revision(),
                message.editedAt(),
                message.isDeleted(),
                message.reactions().all(),
                isPinned,
                thread);
    }
}
