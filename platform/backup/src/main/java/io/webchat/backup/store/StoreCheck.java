package io.webchat.backup.store;

import io.webchat.backup.BackupException;
import io.webchat.backup.archive.BackupReader;
import io.webchat.domain.user.UserId;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;

/**
 * Reads what was saved of the store through: files have all of their bytes, and whatever the log refers to is there.
 */
public final class StoreCheck {
    private final BackupReader backup;
    private final Set<UserId> accounts = new HashSet<>();
    private final Set<String> files = new HashSet<>();

    public StoreCheck(BackupReader backup) {
        this.backup = backup;
    }

    /** Throws {@link BackupException} at the first thing that is wrong. */
    public void check(Set<UserId> users, Set<String> wanted) throws IOException {
        read(SavedCollection.ACCOUNTS, account -> accounts.add(UserId.parse(id(account))));
        read(SavedCollection.ATTACHMENT_CHANNELS, channel -> {});
        var whole = wholeFiles();
        read(SavedCollection.ATTACHMENTS, attachment -> {
            if (!StoredFiles.isWhole(attachment, whole)) {
                throw new BackupException("The bytes of file " + id(attachment) + " are not in the backup.");
            }
            files.add(id(attachment));
        });
        read(SavedCollection.ICONS, icon -> files.add(id(icon)));
        read(SavedCollection.AVATARS, avatar -> files.add(id(avatar)));
        require("account", users, accounts);
        files.addAll(backup.manifest().lost());
        require("file", wanted, files);
    }

    private Set<String> wholeFiles() throws IOException {
        Map<String, Long> missing = new HashMap<>();
        read(SavedCollection.FILES, file -> missing.put(id(file), StoredFiles.length(file)));
        read(
                SavedCollection.CHUNKS,
                chunk -> missing.computeIfPresent(
                        StoredFiles.fileOf(chunk), (file, left) -> left - StoredFiles.bytes(chunk)));
        missing.forEach((file, left) -> {
            if (left != 0) {
                throw new BackupException("The bytes of file " + file + " in the backup are not as many as it has.");
            }
        });
        return missing.keySet();
    }

    private void read(SavedCollection collection, Consumer<RawBsonDocument> consumer) throws IOException {
        backup.read(collection.file(), BsonFormat::read, consumer::accept);
    }

    private static <T> void require(String what, Set<T> wanted, Set<T> found) {
        var missing = wanted.stream().filter(one -> !found.contains(one)).toList();
        if (!missing.isEmpty()) {
            throw new BackupException("The log refers to " + missing.size() + " of which there is no " + what
                    + " in the backup, such as " + missing.getFirst() + ".");
        }
    }

    private static String id(RawBsonDocument document) {
        return document.getString("_id").getValue();
    }
}
