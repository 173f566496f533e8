package io.webchat.command.attachment;

import java.time.Instant;

/**
 * A file that takes room and that no message carries yet: uploading, uploaded, broken off, or on its way out.
 *
 * @param fileId the name of its bytes
 * @param since from when it is counted whether it is kept for too long; {@link #DISCARDED} if it goes in any case
 */
record Hold(String userId, String fileId, String attachmentId, Instant since) {
    /** Of a file whose message was deleted. */
    static final Instant DISCARDED = Instant.EPOCH;

    boolean isDiscarded() {
        return since.equals(DISCARDED);
    }
}
