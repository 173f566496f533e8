package io.webchat.projection.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.timeline.EditsDocument.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was at a moment; what does not apply is absent. One that has been deleted since is shown as deleted,
 * with nothing that it said.
 *
 * @param number its place in its timeline
 * @param mentions whom the present version calls; former versions do not tell
 * @param revision how often the version that is shown had been edited
 * @param isOfThen whether the content is that of the moment; otherwise it is the present one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PastMessage(
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
        boolean isOfThen,
        boolean isDeleted,
        boolean isPinned) {

    /** @param then the version of the moment; null if it is not known, or not for this reader */
    static PastMessage of(MessageDocument document, @Nullable Version then, boolean isPinned) {
        var message = document.message();
        var shown = then == null || message.isDeleted() ? Version.of(message) : then;
        return new PastMessage(
                document.number(),
                message.id(),
                message.channelId(),
                message.authorId(),
                shown.content(),
                message.replyTo(),
                message.threadId(),
                shown.revision() == message.revision() ? message.mentions() : null,
                message.attachments(),
                message.at(),
                shown.revision(),
                shown.revision() == 0 ? null : shown.at(),
                then != null && !message.isDeleted(),
                message.isDeleted(),
                isPinned);
    }

    /**
     * What a message said at a moment. Null if that is not known any more: of very many versions some are not kept.
     *
     * @param former its versions before the present one, in their order
     */
    static @Nullable Version versionAt(Message message, List<Version> former, Instant moment) {
        var all = new ArrayList<>(former);
        // What was edited since the message was read is not told: the message would have to be read again.
        all.removeIf(version -> version.revision() >= message.revision());
        all.add(Version.of(message));
        var last = all.size() - 1;
        while (last > 0 && all.get(last).at().isAfter(moment)) {
            last--;
        }
        var version = all.get(last);
        var isFollowed = last == all.size() - 1 || all.get(last + 1).revision() == version.revision() + 1;
        var isReached = version.revision() == 0 || !version.at().isAfter(moment);
        return isFollowed && isReached ? version : null;
    }
}
