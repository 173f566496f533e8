package io.webchat.domain.message;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked about messages. */
public sealed interface MessageCommand {
    ChannelId channelId();

    MessageId messageId();

    /** Who wants it. Known from their access token, never from the request's body. */
    UserId actor();

    /** When the request arrived. */
    Instant at();

    /**
     * Say something in a channel.
     *
     * @param content empty only if files are attached
     * @param replyTo a message of the channel that is known to exist; null for none
     * @param threadId a thread of the channel that is known to exist; null outside threads
     * @param attachments known to be the author's own, in this channel
     */
    record Post(
            ChannelId channelId,
            MessageId messageId,
            String content,
            @Nullable MessageId replyTo,
            @Nullable MessageId threadId,
            List<Attachment> attachments,
            UserId actor,
            Instant at)
            implements MessageCommand {
        public Post {
            attachments = List.copyOf(attachments);
        }

        /** The same message with files. */
        public Post carrying(List<Attachment> files) {
            return new Post(channelId, messageId, content, replyTo, threadId, files, actor, at);
        }
    }

    /** What can be asked about a message that exists. */
    sealed interface OnMessage extends MessageCommand {}

    /** Write one's own message anew. */
    record Edit(ChannelId channelId, MessageId messageId, MessageContent content, UserId actor, Instant at)
            implements OnMessage {}

    /** Take a message away. */
    record Delete(ChannelId channelId, MessageId messageId, UserId actor, Instant at) implements OnMessage {}

    record AddReaction(ChannelId channelId, MessageId messageId, Emoji emoji, UserId actor, Instant at)
            implements OnMessage {}

    /** @param userId whose reaction */
    record RemoveReaction(
            ChannelId channelId, MessageId messageId, Emoji emoji, UserId userId, UserId actor, Instant at)
            implements OnMessage {}

    record Pin(ChannelId channelId, MessageId messageId, UserId actor, Instant at) implements OnMessage {}

    record Unpin(ChannelId channelId, MessageId messageId, UserId actor, Instant at) implements OnMessage {}

    /** Begin the thread of a message. */
    record StartThread(ChannelId channelId, MessageId messageId, ThreadName name, UserId actor, Instant at)
            implements OnMessage {}

    record JoinThread(ChannelId channelId, MessageId messageId, UserId actor, Instant at) implements OnMessage {}

    record LeaveThread(ChannelId channelId, MessageId messageId, UserId actor, Instant at) implements OnMessage {}
}
