package io.webchat.backup.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.webchat.backup.BackupException;
import io.webchat.backup.archive.Manifest.SavedTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one backup, readable by its owner only. It lies in a directory whose name says that it is not finished until
 * {@link #complete} has written the manifest; what is closed before that is removed.
 */
public final class BackupWriter implements AutoCloseable {
    static final String UNFINISHED = ".unfinished";
    static final String MANIFEST = "manifest.json";
    static final String SEAL = "manifest.seal";

    private final Path target;
    private final Path directory;
    private final Instant createdAt;
    private final Protection protection;
    private final List<FileOutput> files = new ArrayList<>();
    private boolean completed;

    private BackupWriter(Path target, Instant createdAt, Protection protection) {
        this.target = target;
        this.directory = target.resolveSibling(target.getFileName() + UNFINISHED);
        this.createdAt = createdAt;
        this.protection = protection;
    }

    /**
     * Begins a backup.
     *
     * @param parent where it gets a directory of its own
     * @param passphrase null for no encryption
     */
    public static BackupWriter begin(Path parent, Instant at, char @Nullable [] passphrase) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(parent, ownerOnly);
        var target = parent.resolve(BackupDirectories.nameOf(at));
        if (Files.exists(target)) {
            throw new BackupException(target + " is there already.");
        }
        var protection = passphrase == null ? Protection.NONE : PassphraseEncryption.begin(passphrase);
        var writer = new BackupWriter(target, at, protection);
        Files.createDirectory(writer.directory, ownerOnly);
        return writer;
    }

    /** Begins a file; it is finished by {@link FileOutput#close}. */
    public FileOutput file(String name) throws IOException {
        var file = new FileOutput(directory, name, protection, target.getFileName() + "/" + name);
        files.add(file);
        return file;
    }

    /** Writes the manifest and gives the backup its name. All files are closed by then. */
    public Path complete(String version, String epoch, List<SavedTopic> topics, List<String> lost) throws IOException {
        var saved = files.stream().map(FileOutput::saved).toList();
        var manifest = new Manifest(
                Manifest.FORMAT,
                target.getFileName().toString(),
                createdAt,
                version,
                epoch,
                protection.described(),
                topics,
                saved,
                lost);
        var bytes = ManifestJson.write(manifest);
        write(SEAL, (HexFormat.of().formatHex(protection.seal(bytes)) + "\n").getBytes(US_ASCII));
        write(MANIFEST, bytes);
        Files.move(directory, target);
        completed = true;
        return target;
    }

    private void write(String name, byte[] bytes) throws IOException {
        var file = directory.resolve(name);
        Files.write(file, bytes);
        FileOutput.ownerOnly(file);
        FileOutput.sync(file);
    }

    /** Removes what was not completed. */
    @Override
    public void close() throws IOException {
        if (!completed) {
            for (var file : files) {
                file.abandon();
            }
            BackupDirectories.remove(directory);
        }
    }
}
