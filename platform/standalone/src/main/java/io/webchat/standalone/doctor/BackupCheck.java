package io.webchat.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How old the newest complete backup is, and whether a stranger could read it. */
final class BackupCheck implements Check {
    private static final String CHECK = "backup";
    private static final Section SECTION = Section.BACKUP;
    private static final String PREFIX = "webchat-";
    private static final String MANIFEST = "manifest.json";
    private static final DateTimeFormatter BEGUN = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    /** A daily one, and the time that it takes. */
    private static final Duration DAILY = Duration.ofHours(26);

    private static final Duration LONG_AGO = Duration.ofDays(7);

    private final Clock clock;

    BackupCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> examine(Deployment deployment) {
        var directory = deployment
                .directory()
                .resolve(deployment.setting("WEBCHAT_BACKUP_DIRECTORY").orElse("backups"))
                .normalize();
        try {
            var newest = newest(directory);
            return List.of(
                    newest.isEmpty()
                            ? none(directory)
                            : judge(newest.get().getKey(), newest.get().getValue()));
        } catch (IOException | JacksonException e) {
            return List.of(
                    Finding.notChecked(CHECK, "The backups in " + directory + " cannot be read: " + e.getMessage()));
        }
    }

    private static Finding none(Path directory) {
        return Finding.critical(
                CHECK,
                "There is no complete backup in " + directory + ".",
                "Schedule one daily, and copy it to another machine.",
                SECTION);
    }

    private Finding judge(Path backup, Instant begun) throws IOException {
        var age = Duration.between(begun, clock.instant());
        var message = "The newest backup, " + backup.getFileName() + ", is " + age.toHours() + " hours old.";
        if (age.compareTo(LONG_AGO) > 0) {
            return Finding.critical(CHECK, message, "See why the schedule does not run.", SECTION);
        }
        if (age.compareTo(DAILY) > 0) {
            return Finding.warning(CHECK, message, "See why the schedule did not run.", SECTION);
        }
        var manifest = JsonMapper.builder().build().readTree(Files.readAllBytes(backup.resolve(MANIFEST)));
        return manifest.path("encryption").isObject()
                ? Finding.fine(CHECK, message)
                : Finding.warning(
                        CHECK,
                        backup.getFileName() + " is not encrypted: whoever gets it reads every message.",
                        "Set WEBCHAT_BACKUP_PASSPHRASE, and keep it where the backups are not.",
                        SECTION);
    }

    private static Optional<Map.Entry<Path, Instant>> newest(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (var entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(MANIFEST)))
                    .flatMap(entry -> begun(entry).map(begun -> Map.entry(entry, begun)))
                    .max(Comparator.comparing(Map.Entry::getValue));
        }
    }

    private static Stream<Instant> begun(Path backup) {
        var name = backup.getFileName().toString();
        try {
            return name.startsWith(PREFIX)
                    ? Stream.of(LocalDateTime.parse(name.substring(PREFIX.length()), BEGUN)
                            .toInstant(ZoneOffset.UTC))
                    : Stream.empty();
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }
}
