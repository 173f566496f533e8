package io.webchat.backup.archive;

import io.webchat.backup.archive.Manifest.SavedFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file of a backup while it is written: entries, compressed, then encrypted, then hashed. For one thread. */
public final class FileOutput implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final String name;
    private final Path file;
    private final OutputStream raw;
    private final DigestOutputStream digest;
    private final DataOutputStream entries;
    private long count;
    private @Nullable SavedFile saved;

    FileOutput(Path directory, String name, Protection protection, String context) throws IOException {
        this.name = name;
        this.file = directory.resolve(name);
        this.raw = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        ownerOnly(file);
        this.digest = new DigestOutputStream(new BufferedOutputStream(raw, BUFFER_BYTES), Protection.sha256());
        this.entries = new DataOutputStream(new BufferedOutputStream(
                new GZIPOutputStream(protection.protect(digest, context), BUFFER_BYTES), BUFFER_BYTES));
    }

    static void ownerOnly(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Returns when the file is on the disk, whatever happens to the machine then. */
    static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Something that can be written into a stream of its kind. */
    @FunctionalInterface
    public interface Entry {
        void writeTo(DataOutputStream to) throws IOException;
    }

    /** Writes one entry. */
    public void add(Entry entry) throws IOException {
        entry.writeTo(entries);
        count++;
    }

    /** What the manifest says about it, once it is closed. */
    SavedFile saved() {
        if (saved == null) {
            throw new IllegalStateException(name + " is not closed");
        }
        return saved;
    }

    /** Writes what stands behind the last entry, and closes the file. */
    public void finish(Entry end) throws IOException {
        end.writeTo(entries);
        close();
    }

    /** Finishes the file: it is on the disk then. Further calls do nothing. */
    @Override
    public void close() throws IOException {
        if (saved == null) {
            entries.close();
            sync(file);
            var hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            saved = new SavedFile(name, Files.size(file), hash, count);
        }
    }

    /** Lets go of a file that is about to be removed. */
    void abandon() throws IOException {
        raw.close();
    }
}
