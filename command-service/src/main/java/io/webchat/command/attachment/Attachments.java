package io.webchat.command.attachment;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.support.attachment.StoredAttachment;
import io.webchat.support.problem.InvalidField;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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

        private final List<Bound> files;

        private Claim(List<Bound> files) {
            this.files = List.copyOf(files);
        }

        /** What the message is to carry. */
        public List<Attachment> attachments() {
            return files.stream().map(bound -> bound.file().toAttachment()).toList();
        }
    }

    /** @param isNew whether this claim has bound the file, rather than an earlier one for the same message */
    private record Bound(StoredAttachment file, boolean isNew) {}

    /**
     * Binds files to a message: all of them, or none. Repeating it for the same message is safe.
     *
     * @return to be settled
     * @throws ProblemException {@code unknown-attachment} (404) naming {@code attachmentIds[i]}, if one does not exist,
     *     was not uploaded by this user to this channel, belongs to another message, or is named twice
     */
    public Claim claim(ChannelId channel, MessageId message, UserId user, List<AttachmentId> ids) {
        requireDistinct(ids);
        var at = clock.instant();
        var claim = Ids.fresh().toString();
        var bound = new HashMap<AttachmentId, Bound>();
        // Two messages that name the same files are then in each other's way at the first one, whatever their order.
        for (var id :
                ids.stream().sorted(Comparator.comparing(AttachmentId::value)).toList()) {
            var before = attachments.bind(id, channel, user, message, at, claim);
            if (before.isEmpty()) {
                release(bound.values());
                throw unknown(ids.indexOf(id));
            }
            var file = before.get();
            bound.put(id, new Bound(file.boundTo(message.toString(), at, claim), file.messageId() == null));
        }
        return new Claim(ids.stream().map(bound::get).toList());
    }

    private static void requireDistinct(List<AttachmentId> ids) {
        var distinct = new HashSet<AttachmentId>();
        for (var i = 0; i < ids.size(); i++) {
            if (!distinct.add(ids.get(i))) {
                throw unknown(i);
            }
        }
    }

    /**
     * What the log has of a message is known: the files that it carries are its own, and the others can be attached to
     * another one, for as long as any upload. What the store refuses now, the sweep finds.
     *
     * @param carried the files of the message in the log
     */
    public void settle(Claim claim, List<Attachment> carried) {
        var ids = carried.stream().map(file -> file.id().toString()).collect(Collectors.toSet());
        unlessTheStoreIsAway(() -> {
            for (var bound : claim.files) {
                var hold = Hold.of(bound.file(), bound.file().uploadedAt());
                if (ids.contains(bound.file().id())) {
                    ledger.attached(hold);
                } else if (ledger.isWaiting(hold)) {
                    attachments.unbind(bound.file());
                }
            }
        });
    }

    /**
     * A message was refused for good, and has no record as far as is known here: what this claim has bound can be
     * attached to another one. What an earlier attempt had bound stays, as that may be on its way into the log.
     */
    public void withdraw(Claim claim) {
        unlessTheStoreIsAway(() -> release(claim.files));
    }

    /** What was claimed for the same message since, wherever, stays with it. */
    private void release(Collection<Bound> files) {
        files.stream().filter(Bound::isNew).forEach(bound -> attachments.unbind(bound.file()));
    }

    private static void unlessTheStoreIsAway(Runnable settling) {
        try {
            settling.run();
        } catch (DataAccessException e) {
            log.warn("the files of a message are settled later: {}", e.toString());
        }
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
                    .ifPresent(file -> ledger.discarded(Hold.of(file, Hold.DISCARDED), file.size()));
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
