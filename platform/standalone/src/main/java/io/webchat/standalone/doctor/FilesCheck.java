package io.webchat.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/** Whether others on the machine can read where secrets are. */
final class FilesCheck implements Check {
    private static final String CHECK = "files";
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    @Override
    public List<Finding> examine(Deployment deployment) {
        var file = deployment.settingsFile();
        return List.of(file == null ? Finding.notChecked(CHECK, "The settings are not in a file.") : readableBy(file));
    }

    private static Finding readableBy(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                return Finding.critical(
                        CHECK,
                        file + " holds secrets, and others on this machine can read or change it.",
                        "chmod 600 " + file,
                        Section.HARDENING_CHECK_LIST);
            }
            return Finding.fine(CHECK, file + " is for its owner alone.");
        } catch (IOException | UnsupportedOperationException e) {
            return Finding.notChecked(CHECK, "Who can read " + file + " cannot be told: " + e.getMessage());
        }
    }
}
