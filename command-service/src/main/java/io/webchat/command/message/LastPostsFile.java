package io.webchat.command.message;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.LogEpoch;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@link LastPosts} of one instance, in a file: what it is and its version, the epoch of the log, the moment, and
 * 40 bytes for each post, with a checksum of all (CRC-32C) at the end.
 *
 * <p>What is read was written whole, of the log with this epoch; anything else is treated as if it were not there, with
 * one line in the program's log, and the next write replaces it. A crash while writing leaves the old file.
 */
final class LastPostsFile {
    private static final Logger log = LoggerFactory.getLogger(LastPostsFile.class);

    /** To be changed with every change of the format. */
    private static final String FORMAT = "webchat last posts 1";

    private final Path directory;
    private final Path path;
    private final LogEpoch epoch;

    /** @param name of the file: unique to the instance among those that share the directory */
    LastPostsFile(Path directory, String name, LogEpoch epoch) {
        this.directory = directory;
        this.path = directory.resolve(name);
        this.epoch = epoch;
    }

    /** The posts; empty if there are none that can be used. */
    Optional<LastPosts> read() {
        try (var file = new BufferedInputStream(Files.newInputStream(path))) {
            var checked = new CheckedInputStream(file, new CRC32C());
            var in = new DataInputStream(checked);
            if (!in.readUTF().equals(FORMAT) || !in.readUTF().equals(epoch.value())) {
                log.info("{} is of another format or another log: it is not used", path.getFileName());
                return Optional.empty();
            }
            var posts = posts(in);
            var sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw new IOException("its checksum is wrong");
            }
            return Optional.of(posts);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            log.warn("{} is not used: {}", path.getFileName(), e.toString());
            return Optional.empty();
        }
    }

    /** Replaces the file, and returns when it is on disk. */
    void write(LastPosts posts) throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
        var next = Path.of(path + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, ownerOnly("rw-------"));
        try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            write(posts, channel);
            channel.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(LastPosts posts, FileChannel channel) throws IOException {
        var checked =
                new CheckedOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)), new CRC32C());
        var out = new DataOutputStream(checked);
        out.writeUTF(FORMAT);
        out.writeUTF(epoch.value());
        out.writeLong(posts.until().toEpochMilli());
        out.writeInt(posts.posts().size());
        for (var post : posts.posts()) {
            write(post.channel().value(), out);
            write(post.author().value(), out);
            out.writeLong(post.at().toEpochMilli());
        }
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    private static LastPosts posts(DataInputStream in) throws IOException {
        var until = Instant.ofEpochMilli(in.readLong());
        var posts = new ArrayList<LastPosts.Post>();
        for (var left = in.readInt(); left > 0; left--) {
            posts.add(new LastPosts.Post(
                    new ChannelId(uuid(in)), new UserId(uuid(in)), Instant.ofEpochMilli(in.readLong())));
        }
        return new LastPosts(until, posts);
    }

    private static void write(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
