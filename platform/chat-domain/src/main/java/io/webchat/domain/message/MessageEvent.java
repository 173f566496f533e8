package io.webchat.domain.message;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a message. All of a channel, threads included, is in one order. */
public sealed interface MessageEvent permits MessageEvent.Posted, MessageChange, PinEvent, ThreadEvent {
    ServerId serverId();

    ChannelId channelId();

    /** The message; of a thread, the one that it hangs on. */
    MessageId messageId();

    /** Who did it: of a message that is posted, its author. */
    UserId actorId();

    Instant at();

    /**
     * Somebody said something. A later event with the same channel and message id is a retry of the first and means
     * nothing: every fold ignores it.
     *
     * @param replyTo the message that it answers, in the same channel; null for none
     * @param threadId the message on which the thread hangs that it was said in; null outside threads
     * @param content empty only if files are attached
     * @param mentions null for nobody
     * @param attachments null for none
     */
    record Posted(
            ServerId serverId,
            ChannelId channelId,
            MessageId messageId,
            UserId authorId,
            String content,
            @Nullable MessageId replyTo,
            @Nullable MessageId threadId,
            @Nullable Mentions mentions,
            @Nullable List<Attachment> attachments,
            Instant at)
            implements MessageEvent {
        @Override
        public UserId actorId() {
            return authorId;
        }

        /** Plain text, in the channel itself. */
        public static Posted text(
                ServerId serverId,
                ChannelId channelId,
                MessageId messageId,
                UserId authorId,
                String content,
                Instant at) {
            return new Posted(serverId, channelId, messageId, authorId, content, null, null, null, null, at);
        }
    }
}
