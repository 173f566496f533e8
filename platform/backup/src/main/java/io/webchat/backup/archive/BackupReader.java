package io.webchat.backup.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.webchat.backup.BackupException;
import io.webchat.backup.archive.Manifest.SavedFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads one backup. All failures that a damaged one causes are {@link BackupException}s. */
public final class BackupReader {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path directory;
    private final Manifest manifest;
    private final Protection protection;

    private BackupReader(Path directory, Manifest manifest, Protection protection) {
        this.directory = directory;
        this.manifest = manifest;
        this.protection = protection;
    }

    /**
     * Reads and checks the manifest.
     *
     * @param passphrase null if there is none
     * @throws BackupException if it is damaged, or was made with another passphrase
     */
    public static BackupReader open(Path directory, char @Nullable [] passphrase) throws IOException {
        var bytes = Files.readAllBytes(directory.resolve(BackupWriter.MANIFEST));
        var manifest = ManifestJson.read(bytes);
        var protection = protection(manifest, passphrase);
        if (!MessageDigest.isEqual(protection.seal(bytes), seal(directory))) {
            throw new BackupException("The manifest is damaged: " + BackupWriter.SEAL + " is that of another one.");
        }
        return new BackupReader(directory, manifest, protection);
    }

    private static Protection protection(Manifest manifest, char @Nullable [] passphrase) {
        var encryption = manifest.encryption();
        if (encryption == null) {
            return Protection.NONE;
        }
        if (passphrase == null) {
            throw new BackupException("The backup is encrypted: give its passphrase with --passphrase-file FILE or in "
                    + "WEBCHAT_BACKUP_PASSPHRASE.");
        }
        return PassphraseEncryption.of(encryption, passphrase);
    }

    private static byte[] seal(Path directory) throws IOException {
        try {
            return HexFormat.of()
                    .parseHex(new String(Files.readAllBytes(directory.resolve(BackupWriter.SEAL)), US_ASCII).strip());
        } catch (NoSuchFileException e) {
            throw new BackupException("The backup is damaged: " + BackupWriter.SEAL + " is missing.", e);
        } catch (IllegalArgumentException e) {
            throw new BackupException("The backup is damaged: " + BackupWriter.SEAL + " cannot be read.", e);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** Reads one kind of entry; null at the end of the stream. */
    @FunctionalInterface
    public interface EntryReader<T> {
        @Nullable
        T read(DataInputStream from) throws IOException;
    }

    /** Takes entries. */
    @FunctionalInterface
    public interface EntryConsumer<T> {
        void accept(T entry) throws IOException;
    }

    /** Throws {@link BackupException} if a file is not there byte for byte. */
    public void check(SavedFile file) throws IOException {
        var path = directory.resolve(file.name());
        if (!Files.exists(path)) {
            throw new BackupException(file.name() + ": is missing.");
        }
        if (Files.size(path) != file.bytes()) {
            throw new BackupException(
                    file.name() + ": has " + Files.size(path) + " bytes (expected: " + file.bytes() + ").");
        }
        var digest = Protection.sha256();
        try (var bytes = new DigestInputStream(Files.newInputStream(path), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        var found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(file.sha256())) {
            throw new BackupException(
                    file.name() + ": is damaged, its SHA-256 is " + found + " (expected: " + file.sha256() + ").");
        }
    }

    /** Reads a file from its beginning to its end. */
    public <T> void read(String name, EntryReader<T> reader, EntryConsumer<? super T> consumer) throws IOException {
        var expected = manifest.file(name).entries();
        var count = 0L;
        try (var entries = entries(name)) {
            for (var entry = next(name, reader, entries); entry != null; entry = next(name, reader, entries)) {
                consumer.accept(entry);
                count++;
            }
        }
        if (count != expected) {
            throw new BackupException(name + ": has " + count + " entries (expected: " + expected + ").");
        }
    }

    private DataInputStream entries(String name) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(directory.resolve(name)), BUFFER_BYTES);
        try {
            var clear = protection.open(raw, manifest.name() + "/" + name);
            return new DataInputStream(new BufferedInputStream(new GZIPInputStream(clear, BUFFER_BYTES), BUFFER_BYTES));
        } catch (IOException e) {
            raw.close();
            throw damaged(name, e);
        }
    }

    private static <T> @Nullable T next(String name, EntryReader<T> reader, DataInputStream from) {
        try {
            return reader.read(from);
        } catch (IOException | RuntimeException e) {
            throw damaged(name, e);
        }
    }

    private static BackupException damaged(String name, Exception cause) {
        return new BackupException(name + ": is damaged and cannot be read on: " + cause.getMessage(), cause);
    }
}
