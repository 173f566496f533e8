package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The places below a stack's data directory. */
public record DataDirectory(Path root) {
    private static final int SECRET_BYTES = 48;

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Creates what is missing, the directory itself for the eyes of this user only: messages, accounts and secrets lie
     * in it. One that is there keeps its permissions.
     *
     * @throws StartRefused if it cannot be created or written to
     */
    public void create() {
        try {
            Files.createDirectories(root, ownerOnly("rwx------"));
            Files.createDirectories(logs());
            Files.createDirectories(run());
            Files.delete(Files.createTempFile(root, "write", ".test"));
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartRefused("The data directory " + root
                    + " cannot be written to. Make it writable, or choose another one with --data DIR.");
        }
    }

    /** Locks the directory for this process's lifetime; empty if another supervisor has it. */
    Optional<FileChannel> lock() throws IOException {
        var channel = FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process, as in tests
        }
        channel.close();
        return Optional.empty();
    }

    /** The key that signs access tokens: made on the first start, for the eyes of this user only. */
    String jwtSecret() throws IOException {
        var file = root.resolve("jwt-secret");
        if (!Files.exists(file)) {
            var secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            // Written whole or not at all: a start that was interrupted here must not leave an empty secret behind.
            var next = Files.createTempFile(root, "jwt-secret", ".next", ownerOnly("rw-------"));
            Files.writeString(next, Base64.getEncoder().encodeToString(secret));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    /**
     * The keys that browsers are called with: made on the first start, for the eyes of this user only. Private first,
     * public after it, each in base64url.
     */
    List<String> vapidKeys() throws IOException {
        var file = root.resolve("vapid-keys");
        if (!Files.exists(file)) {
            var next = Files.createTempFile(root, "vapid-keys", ".next", ownerOnly("rw-------"));
            Files.writeString(next, String.join("\n", VapidKeys.generate()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).lines().toList();
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path run() {
        return root.resolve("run");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path mongo() {
        return root.resolve("mongo");
    }

    Path redis() {
        return root.resolve("redis");
    }

    /** Where services keep what they would otherwise read from the log again; may be deleted while they are stopped. */
    Path snapshots() {
        return root.resolve("snapshots");
    }

    /** Where projection-service keeps its search indexes; may be deleted while it is stopped. */
    Path search() {
        return root.resolve("search");
    }
}
