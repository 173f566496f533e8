package io.webchat.log.replica;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.webchat.log.LogEpoch;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest {@link StructureSnapshot} of one instance, in a file: a line that names the format and its version, the
 * snapshot, and the SHA-256 of both.
 *
 * <p><b>Guarantees.</b> What is read is a snapshot that was written whole, by a program that folds alike, of the log
 * with this epoch; anything else is treated as if it were not there, with one line in the program's log, and the next
 * write replaces it. A crash or a full disk while writing leaves the old file. Directory and file are readable by their
 * owner only: codes of invites are in them. <b>Limits.</b> The digest is against damage, not against forgery: whoever
 * can write to the directory can make a replica believe anything. Instances that are given the same file do not hurt
 * each other, the last one to write wins.
 */
public final class SnapshotFile {
    private static final Logger log = LoggerFactory.getLogger(SnapshotFile.class);
    private static final byte[] HEADER =
            ("webchat structure snapshot " + SnapshotFormat.VERSION + "\n").getBytes(US_ASCII);
    private static final int BUFFER = 64 * 1024;
    private static final int DIGEST_BYTES = 32;

    private final Path directory;
    private final String name;
    private final LogEpoch epoch;

    /** @param name of the file, without its ending: unique to the instance among those that share the directory */
    public SnapshotFile(Path directory, String name, LogEpoch epoch) {
        this.directory = directory;
        this.name = name;
        this.epoch = epoch;
    }

    /** The snapshot; empty if there is none that can be used. */
    public Optional<StructureSnapshot> read() {
        try (var channel = FileChannel.open(path(), StandardOpenOption.READ)) {
            requireIntact(channel);
            channel.position(HEADER.length);
            return Optional.of(SnapshotFormat.read(Channels.newInputStream(channel), epoch));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (UnreadableSnapshotException | IOException e) {
            log.warn("the snapshot {} is not used: {}", path().getFileName(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Replaces the snapshot, and returns when it is on disk.
     *
     * @return its size in bytes
     */
    public long write(StructureSnapshot snapshot) throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
        var next = Files.createTempFile(directory, name, ".next", ownerOnly("rw-------"));
        try {
            try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                write(snapshot, Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(next, path(), StandardCopyOption.ATOMIC_MOVE);
            return Files.size(path());
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** Removes what a crash while writing may have left. */
    public void clean() throws IOException {
        if (Files.isDirectory(directory)) {
            try (var leftovers = Files.newDirectoryStream(directory, name + "*.next")) {
                for (var leftover : leftovers) {
                    Files.deleteIfExists(leftover);
                }
            }
        }
    }

    /** Where it is. */
    public Path path() {
        return directory.resolve(name + ".snapshot");
    }

    private void write(StructureSnapshot snapshot, OutputStream file) throws IOException {
        var buffered = new BufferedOutputStream(file, BUFFER);
        var digesting = new DigestOutputStream(buffered, sha256());
        digesting.write(HEADER);
        SnapshotFormat.write(snapshot, epoch, digesting);
        buffered.write(digesting.getMessageDigest().digest());
        buffered.flush();
    }

    private static void requireIntact(FileChannel channel) throws IOException, UnreadableSnapshotException {
        var in = Channels.newInputStream(channel);
        var header = in.readNBytes(HEADER.length);
        if (!MessageDigest.isEqual(header, HEADER)) {
            throw new UnreadableSnapshotException("it is of another format or version");
        }
        var digest = sha256();
        digest.update(header);
        digest(in, channel.size() - HEADER.length - DIGEST_BYTES, digest);
        if (!MessageDigest.isEqual(in.readNBytes(DIGEST_BYTES), digest.digest())) {
            throw new UnreadableSnapshotException("it is damaged");
        }
    }

    private static void digest(InputStream in, long bytes, MessageDigest digest) throws IOException {
        var buffer = new byte[BUFFER];
        var left = bytes;
        while (left > 0) {
            var read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                return;
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
