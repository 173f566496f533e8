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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Binds files to the messages that carry them. A file belongs to one message for as long as it exists, however many
 * messages race for it.
 *
 * <p>It does not know whether a message reaches the log: whoever claims files for one settles the claim once that is
 * known. A claim that nobody has settled, because the answer of the log or the process was lost, is settled by the
 * sweep, which asks the log; until then its files wait, and count as such.
 */
@Component
public class Attachments {
    private static final Logger log = LoggerFactory.getLogger(Attachments.class);

    private final AttachmentRepository attachments;
    private final StorageLedger ledger;
    private final Clock clock;

    Attachments(AttachmentRepository attachments, StorageLedger ledger, Clock clock) {
        this.attachments = attachments;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Files that are bound to a message which may not be in the log yet, in the order in which it carries them. */
    public static final class Claim {
        /** Of a message without files. */
        public static final Claim NONE = new Claim(List.of());

        private final List<StoredAttachment> files;

        private Claim(List<StoredAttachment> files) {
            this.files = List.copyOf(files);
        }

        /** What the message is to carry. */
        public List<Attachment> attachments() {
            return files.stream().map(StoredAttachment::toAttachment).toList();
        }
    }

    /**
     * Binds files to a message: all of them, or none. Repeating it for the same message is safe.
     *
     * @return to be settled
     * @throws ProblemException {@code unknown-attachment} (404) naming {@code attachmentIds[i]}, if one does not exist,
     *     was not uploaded by this user to this channel, belongs to another message, or is named twice
     */
    public Claim claim(ChannelId channel, MessageId message, UserId user, List<AttachmentId> ids) {
        var before = new ArrayList<StoredAttachment>();
        var distinct = new HashSet<AttachmentId>();
        for (var id : ids) {
            var bound = distinct.add(id) ? attachments.bind(id, channel, user, message, clock.instant()) : null;
            if (bound == null || bound.isEmpty()) {
                before.stream()
                        .filter(attachment -> attachment.messageId() == null)
                        .forEach(attachment -> attachments.unbind(AttachmentId.parse(attachment.id()), message));
                throw unknown(before.size());
            }
            before.add(bound.get());
        }
        return new Claim(before);
    }

    /**
     * What became of a message is known: the files that it carries are its own, and the others can be attached to
     * another one, for as long as any upload. What the store refuses now, the sweep finds.
     *
     * @param carried the files of the message in the log; none if it was refused for good
     */
    public void settle(MessageId message, Claim claim, List<Attachment> carried) {
        var ids = carried.stream().map(file -> file.id().toString()).collect(Collectors.toSet());
        try {
            for (var file : claim.files) {
                if (ids.contains(file.id())) {
                    ledger.attached(Hold.of(file, file.uploadedAt()));
                } else {
                    release(message, file);
                }
            }
        } catch (DataAccessException e) {
            log.warn("the files of the message {} are settled later: {}", message, e.toString());
        }
    }

    /** What is on its way out stays with its message. */
    private void release(MessageId message, StoredAttachment file) {
        var hold = Hold.of(file, clock.instant());
        // The ledger first: what is interrupted then, the sweep brings to its end, or finds that nothing has changed.
        if (isBound(file, message) && (ledger.detached(hold, file.size()) || ledger.isWaiting(hold))) {
            attachments.unbind(AttachmentId.parse(file.id()), message);
        }
    }

    private boolean isBound(StoredAttachment file, MessageId message) {
        return attachments.findBound(Hold.of(file, file.uploadedAt())).stream()
                .anyMatch(found -> message.toString().equals(found.messageId()));
    }

    /**
     * Lets go of the files of a message that is deleted, or about to be: the next sweep removes them. Until then they
     * stay with it, so that no other message gets them, at whichever instance. Repeatable.
     */
    public void remove(MessageId message, List<AttachmentId> ids) {
        for (var id : ids) {
            attachments
                    .find(id)
                    .filter(file -> message.toString().equals(file.messageId()))
                    .ifPresent(file -> {
                        var hold = Hold.of(file, Hold.DISCARDED);
                        if (!ledger.detached(hold, file.size())) {
                            ledger.discarded(hold);
                        }
                    });
        }
    }

    private static ProblemException unknown(int index) {
        var field = "attachmentIds[" + index + "]";
        return new ProblemException(
                ProblemType.UNKNOWN_ATTACHMENT,
                field + " is not an upload of yours to this channel that waits for its message.",
                new InvalidField(field, "must be an upload of yours to this channel that no other message carries"));
    }
}
