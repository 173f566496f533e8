package io.webchat.command.attachment;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.support.attachment.StoredAttachment;
import io.webchat.support.problem.InvalidField;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Binds files to the messages that carry them. A file belongs to one message for as long as it exists, however many
 * messages race for it.
 *
 * <p>It does not know whether a message reaches the log: whoever claims files for one that is then refused for good
 * releases them. A file whose message was never appended, because its author gave up after a {@code 503}, stays.
 */
@Component
public class Attachments {
    private final AttachmentRepository attachments;
    private final StorageLedger ledger;
    private final Clock clock;

    Attachments(AttachmentRepository attachments, StorageLedger ledger, Clock clock) {
        this.attachments = attachments;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Binds files to a message: all of them, or none. Repeating it for the same message is safe.
     *
     * @return what the message carries, in the order of {@code ids}
     * @throws ProblemException {@code unknown-attachment} (404) naming {@code attachmentIds[i]}, if one does not exist,
     *     was not uploaded by this user to this channel, belongs to another message, or is named twice
     */
    public List<Attachment> claim(ChannelId channel, MessageId message, UserId user, List<AttachmentId> ids) {
        var before = new ArrayList<StoredAttachment>();
        var distinct = new HashSet<AttachmentId>();
        for (var id : ids) {
            var bound = distinct.add(id) ? attachments.bind(id, channel, user, message) : null;
            if (bound == null || bound.isEmpty()) {
                before.stream()
                        .filter(attachment -> attachment.messageId() == null)
                        .forEach(attachment -> attachments.unbind(AttachmentId.parse(attachment.id()), message));
                throw unknown(before.size());
            }
            before.add(bound.get());
        }
        before.forEach(attachment -> ledger.attached(Hold.of(attachment, attachment.uploadedAt())));
        return before.stream().map(StoredAttachment::toAttachment).toList();
    }

    /** Gives files back whose message was refused for good: they can be attached to another one, for a day. */
    public void release(MessageId message, List<AttachmentId> ids) {
        // The ledger first: what is interrupted then, the sweep brings to its end, or finds that nothing has changed.
        detach(message, ids, clock.instant()).forEach(id -> attachments.unbind(id, message));
    }

    /**
     * Lets go of the files of a message that is deleted, or about to be: the next sweep removes them. Until then they
     * stay with it, so that no other message gets them, at whichever instance. Repeatable.
     */
    public void remove(MessageId message, List<AttachmentId> ids) {
        detach(message, ids, Hold.DISCARDED);
    }

    /** Returns those that were not on their way out already. */
    private List<AttachmentId> detach(MessageId message, List<AttachmentId> ids, Instant since) {
        return ids.stream()
                .filter(id -> attachments
                        .find(id)
                        .filter(attachment -> message.toString().equals(attachment.messageId()))
                        .filter(attachment -> ledger.detached(Hold.of(attachment, since), attachment.size()))
                        .isPresent())
                .toList();
    }

    private static ProblemException unknown(int index) {
        var field = "attachmentIds[" + index + "]";
        return new ProblemException(
                ProblemType.UNKNOWN_ATTACHMENT,
                field + " is not an upload of yours to this channel that waits for its message.",
                new InvalidField(field, "must be an upload of yours to this channel that no other message carries"));
    }
}
