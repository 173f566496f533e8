package io.webchat.command.attachment;

import io.webchat.support.attachment.AttachmentFiles;
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

    /** Removes a file, unless a message carries it that was not deleted. Returns whether it is gone. */
    boolean remove(Hold hold) {
        if (hold.isDiscarded()) {
            attachments.remove(hold);
        } else {
            attachments.removeUnbound(hold);
        }
        if (attachments.exists(hold)) {
            ledger.attached(hold);
            return false;
        }
        files.delete(hold.fileId());
        ledger.removed(hold);
        return true;
    }
}
