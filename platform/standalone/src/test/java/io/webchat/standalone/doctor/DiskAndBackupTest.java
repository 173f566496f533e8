package io.webchat.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskAndBackupTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final String ENCRYPTED = "{\"encryption\":{\"kdf\":\"argon2id\"}}";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"9, CRITICAL", "10, WARNING", "19, WARNING", "20, FINE", "0, CRITICAL"})
    void a_disk_must_have_room(long percent, Severity severity) {
        var finding = DiskCheck.judge(directory, 100L << 30, percent << 30);

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.message())
                .isEqualTo(percent + " % of the disk of " + directory + " are free (" + percent + " GB).");
    }

    @Test
    void each_disk_is_named_once() {
        var findings = new DiskCheck().examine(Deployments.in(directory));

        assertThat(findings).isNotEmpty();
        assertThat(findings.getFirst().message()).contains(directory.toString());
        assertThat(findings).extracting(Finding::message).doesNotHaveDuplicates();
    }

    @Test
    void no_backup_is_critical() throws Exception {
        assertThat(backup()).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.message()).startsWith("There is no complete backup in " + directory);
        });

        // What has no manifest was broken off.
        Files.createDirectories(directory.resolve("backups/webchat-20260310T031700Z"));
        assertThat(backup().severity()).isEqualTo(Severity.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource({
        "20260310T031700Z, FINE,      8 hours",
        "20260309T105900Z, FINE,     25 hours",
        "20260309T095900Z, WARNING,  26 hours",
        "20260303T115900Z, CRITICAL, 168 hours"
    })
    void the_newest_backup_must_not_be_old(String begun, Severity severity, String age) throws Exception {
        write("webchat-20260101T000000Z", ENCRYPTED);
        write("webchat-" + begun, ENCRYPTED);
        write("something-else", ENCRYPTED);

        assertThat(backup()).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.message()).contains("webchat-" + begun, age);
        });
    }

    @Test
    void a_backup_that_anybody_can_read_is_a_warning() throws Exception {
        write("webchat-20260310T031700Z", "{\"format\":1}");

        assertThat(backup()).satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.advice()).contains("WEBCHAT_BACKUP_PASSPHRASE");
        });
    }

    @Test
    void a_manifest_that_cannot_be_read_is_said_to_be_so() throws Exception {
        write("webchat-20260310T031700Z", "{");

        assertThat(backup().severity()).isEqualTo(Severity.NOT_CHECKED);
    }

    private void write(String backup, String manifest) throws Exception {
        var place = Files.createDirectories(directory.resolve("backups").resolve(backup));
        Files.writeString(place.resolve("manifest.json"), manifest);
    }

    private Finding backup() {
        var findings = new BackupCheck(NOON).examine(Deployments.in(directory));
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
