package io.webchat.command.attachment;

import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.attachment.StoredAttachment;
import org.springframework.stereotype.Component;

/**
 * Removes what no message carries: first the document, so that nobody can attach it any more, then the bytes, and only
 * then the entry in the ledger, by which whatever is interrupted is found again. Safe on several instances at once.
 */
@Component
class Removal {
    private final AttachmentRepository attachments;
    private final AttachmentFiles files;
    private final StorageLedger ledger;

    Removal(AttachmentRepository attachments, AttachmentFiles files, StorageLedger ledger) {
        this.attachments = attachments;
        this.files = files;
        this.ledger = ledger;
    }

    /** Removes a file, unless it is bound to a message that was not deleted. Returns whether it is gone. */
    boolean remove(Hold hold) {
        if (hold.isDiscarded()) {
            attachments.remove(hold);
        } else {
            attachments.removeUnbound(hold);
        }
        if (attachments.exists(hold)) {
            return false;
        }
        files.delete(hold.fileId());
        ledger.removed(hold);
        return true;
    }

    /** Removes a file whose channel is gone, whether or not a message carries it. Returns whether it is gone. */
    boolean discard(StoredAttachment attachment) {
        var hold = Hold.of(attachment, Hold.DISCARDED);
        if (ledger.discarded(hold, attachment.size()) && !attachments.exists(hold)) {
            // Another instance was through with it before it was entered here, so its room is free already.
            ledger.withdraw(hold);
            return true;
        }
        return remove(hold);
    }
}
