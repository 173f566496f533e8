package io.webchat.command.attachment;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the files of one user take.
 *
 * @param bytes all together, attached or not
 * @param unattached how many of them wait for a message, in {@code holds}
 * @param holds those that no message carries, by the names of their bytes
 */
@Document(StorageUse.COLLECTION)
record StorageUse(@Id String userId, long bytes, int unattached, Map<String, Entry> holds) {
    static final String COLLECTION = "attachment_use";

    /**
     * @param isDiscarded whether it does not count as one that waits; absent in entries of former versions, which do
     */
    record Entry(
            String attachmentId,
            long bytes,
            Instant since,
            @Nullable Boolean isDiscarded) {}

    Stream<Hold> asHolds() {
        return holds.entrySet().stream()
                .map(entry -> new Hold(
                        userId,
                        entry.getKey(),
                        entry.getValue().attachmentId(),
                        entry.getValue().since()));
    }
}
