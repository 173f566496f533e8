package io.webchat.command.attachment;

import java.time.Instant;

/**
 * A file that takes room and that no message carries yet: uploading, uploaded, broken off, or on its way out.
 *
 * @param fileId the name of its bytes
 * @param since from when it is counted whether it is kept for too long
 */
record Hold(String userId, String fileId, String attachmentId, Instant since) {}
