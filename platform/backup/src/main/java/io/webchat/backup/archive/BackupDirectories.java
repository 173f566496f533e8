package io.webchat.backup.archive;

import io.webchat.backup.BackupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A directory with backups, each in one of its own that is named by when it was begun. What else lies there stays. */
public final class BackupDirectories {
    private static final String PREFIX = "webchat-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What is unfinished for as long is not being written any more. */
    private static final Duration GIVEN_UP = Duration.ofDays(2);

    private BackupDirectories() {}

    static String nameOf(Instant begun) {
        return PREFIX + TIME.format(begun);
    }

    /**
     * The backup that a path means: itself, or the newest complete one in it. Throws {@link BackupException} if there
     * is none.
     */
    public static Path find(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new BackupException(path + ": is no directory.");
        }
        if (isComplete(path)) {
            return path;
        }
        var complete = complete(path);
        if (complete.isEmpty()) {
            throw new BackupException(path + ": is no backup, and there is no complete one in it: there is no "
                    + BackupWriter.MANIFEST + ", which is written last.");
        }
        return complete.getLast();
    }

    /**
     * Removes complete backups but the newest {@code keep}, and what was left unfinished long ago.
     *
     * @return what was removed
     */
    public static List<Path> retain(Path parent, int keep, Instant now) throws IOException {
        var complete = complete(parent);
        var old = new ArrayList<>(complete.subList(0, Math.max(0, complete.size() - keep)));
        for (var other : list(parent)) {
            var name = other.getFileName().toString();
            if (name.endsWith(BackupWriter.UNFINISHED)
                    && begun(name.replace(BackupWriter.UNFINISHED, ""))
                            .filter(at -> at.isBefore(now.minus(GIVEN_UP)))
                            .isPresent()) {
                old.add(other);
            }
        }
        for (var one : old) {
            remove(one);
        }
        return old;
    }

    /** From the oldest to the newest. */
    private static List<Path> complete(Path parent) throws IOException {
        return list(parent).stream()
                .filter(directory -> begun(directory.getFileName().toString()).isPresent() && isComplete(directory))
                .sorted(Comparator.comparing(
                        directory -> directory.getFileName().toString()))
                .toList();
    }

    private static boolean isComplete(Path directory) {
        return Files.isRegularFile(directory.resolve(BackupWriter.MANIFEST));
    }

    private static Optional<Instant> begun(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(name.substring(PREFIX.length()), TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<Path> list(Path parent) throws IOException {
        try (var entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    /** The manifest first: what is left of a removal that is broken off is no backup. */
    static void remove(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(BackupWriter.MANIFEST));
        try (var entries = Files.list(directory)) {
            for (var entry : entries.toList()) {
                Files.delete(entry);
            }
        }
        Files.delete(directory);
    }
}
