package io.webchat.command.attachment;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the files of one user take.
 *
 * @param bytes all together, attached or not
 * @param unattached how many of them are in {@code holds}
 * @param holds those that no message carries, by the names of their bytes
 */
@Document(StorageUse.COLLECTION)
record StorageUse(@Id String userId, long bytes, int unattached, Map<String, Entry> holds) {
    static final String COLLECTION = "attachment_use";

    record Entry(String attachmentId, long bytes, Instant since) {}

    Stream<Hold> asHolds() {
        return holds.entrySet().stream()
                .map(entry -> new Hold(
                        userId,
                        entry.getKey(),
                        entry.getValue().attachmentId(),
                        entry.getValue().since()));
    }
}
