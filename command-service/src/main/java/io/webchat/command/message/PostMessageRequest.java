package io.webchat.command.message;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.MessageContent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/channels/{channelId}/messages}.
 *
 * @param replyTo the message that it answers; absent for none
 * @param threadId the thread that it is said in; absent for the channel itself
 * @param content may be absent if files are attached
 * @param attachmentIds uploads of the author to this channel, at most 10; absent for none
 */
record PostMessageRequest(
        @NotNull MessageId messageId,
        @Nullable MessageContent content,
        @Nullable MessageId replyTo,
        @Nullable MessageId threadId,
        @Nullable @Size(max = Attachment.MAX_PER_MESSAGE) List<@NotNull AttachmentId> attachmentIds) {

    List<AttachmentId> files() {
        return attachmentIds == null ? List.of() : attachmentIds;
    }

    /** What it says; empty if it only carries files. */
    String text() {
        return content == null ? "" : content.value();
    }
}
