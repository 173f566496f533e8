package io.webchat.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.standalone.supervisor.DataDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {
    private static final String SOUND = """
            WEBCHAT_HOST=chat.rockets.test
            CORS_ALLOWED_ORIGINS=https://chat.rockets.test
            JWT_SECRET=kQ8vX1nZt4Wm7RbYc2HsLf9DgEoJpUaT6iVx3Bq5Ny0=
            GRAFANA_PASSWORD=fluffy-orbit-lantern-77
            WEBCHAT_BACKUP_PASSPHRASE=uR4kT9wEzX2mQ7pLs1Vb
            KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1
            KAFKA_SECURITY_PROTOCOL=SASL_PLAINTEXT
            KAFKA_SASL_USERNAME=rockets
            KAFKA_SASL_PASSWORD=nR7kW2pXq9LsT4vB
            WEBCHAT_REPLICATION_FACTOR=3
            MONGO_URI=mongodb://webchat:vT3xq9@mongo:27017/?authSource=admin
            MONGO_DATABASE=webchat
            REDIS_URL=redis://:b4ZtQm@127.0.0.1:1
            ALERT_EMAIL=ops@rockets.test
            SMTP_URL=smtp://mailer:secret@mail.rockets.test:587
            SLACK_WEBHOOK_URL=https://hooks.rockets.test/T/B
            WEBHOOK_URL=http://pager.rockets.test/alerts
            WEBCHAT_VERSION=1.4.2
            """;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void a_sound_production_has_nothing_critical() throws Exception {
        var begun = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        var backup = Files.createDirectories(directory.resolve("backups/webchat-" + begun));
        Files.writeString(backup.resolve("manifest.json"), "{\"encryption\":{}}");

        var exitCode = run("--env", environment(SOUND).toString(), "--json");

        var report = JsonMapper.builder().build().readTree(written.toString(StandardCharsets.UTF_8));
        assertThat(report.path("examined").asString()).endsWith(".env");
        assertThat(report.path("healthy").asBoolean()).isEqualTo(exitCode == 0);
        // How full the disk of this machine is, is not the test's business.
        assertThat(report.path("findings")
                        .valueStream()
                        .filter(finding -> !finding.path("check").asString().equals("disk")))
                .hasSizeGreaterThan(10)
                .allSatisfy(finding ->
                        assertThat(finding.path("severity").asString()).isIn("fine", "not-checked"));
    }

    @Test
    void each_fault_is_printed_with_what_to_do_and_where_more_is_said() throws Exception {
        var faulty = SOUND.replaceFirst("JWT_SECRET=.*", "JWT_SECRET=changeme").replace("=1.4.2", "=latest");

        assertThat(run("--env", environment(faulty).toString())).isEqualTo(1);

        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("Examined: ")
                .containsPattern("CRITICAL +secrets +JWT_SECRET is shorter than 32 bytes\\.\n +-> openssl rand.+\n"
                        + " +platform/docs/production\\.md#hardening-check-list\n")
                .containsPattern("WARNING +versions +WEBCHAT_VERSION is latest")
                .containsPattern("\n- +certificate +Give the address with --url")
                .containsPattern("\nok +origins +")
                .containsPattern("\n\\d+ critical, \\d+ to mend soon, \\d+ not checked, \\d+ fine\\.\n$")
                .doesNotContain("changeme");
    }

    @Test
    void the_embedded_default_has_fewer_checks_and_says_so() throws Exception {
        runsHere();
        var secret = Files.writeString(directory.resolve("jwt-secret"), "kQ8vX1nZt4Wm7RbYc2HsLf9DgEoJpUaT6iVx3Bq5Ny0=");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));

        run("--data", directory.toString());
        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("Examined: " + directory + " (http://localhost:3000)\n")
                .containsPattern("\nok +files +")
                .containsPattern("\nok +secrets +")
                .containsPattern(
                        "\n- +production +This is the embedded default.+ are not checked\\. --env \\.env checks")
                .doesNotContainPattern("(?m)^\\S+ +(certificate|alerts|backup|kafka) ");

        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("--data", directory.toString())).isEqualTo(1);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .containsPattern("CRITICAL +files +" + secret + " holds secrets");
    }

    /** As its supervisor, this process, would write it down. */
    private void runsHere() throws IOException {
        new DataDirectory(directory).create();
        var process = "{\"pid\": %d, \"startedAt\": \"%s\"}"
                .formatted(
                        ProcessHandle.current().pid(),
                        ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH));
        Files.writeString(directory.resolve("run/stack.json"), """
                {"supervisor": %1$s, "reaper": %1$s, "phase": "ready", "portOffset": 0, "url": "http://localhost:3000",
                 "startedAt": "2026-01-01T00:00:00Z", "readyAfterMillis": 1, "processes": []}""".formatted(process));
    }

    @Test
    void without_a_file_or_a_running_stack_it_says_how_to_name_one() {
        assertThat(run("--data", directory.toString())).isEqualTo(3);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .isEqualTo("WebChat does not run on " + directory
                        + ". ./webchat up starts it; --env FILE checks a production by its environment file.\n");
    }

    @Test
    void what_is_no_file_or_no_address_is_refused() throws Exception {
        assertThat(run("--env", directory.toString())).isEqualTo(2);
        assertThat(run("--url", "https://chat.rockets.test")).isEqualTo(2);
        assertThat(run("--env", environment(SOUND).toString(), "--url", "chat.rockets.test"))
                .isEqualTo(2);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("--env " + directory + ": is no file")
                .contains("--url is for a production: name its environment file with --env as well")
                .contains("--url chat.rockets.test (expected: such as https://chat.example.org)");
    }

    private Path environment(String text) throws IOException {
        var file = Files.writeString(directory.resolve(".env"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private int run(String... options) {
        var words = new String[options.length + 1];
        words[0] = "doctor";
        System.arraycopy(options, 0, words, 1, options.length);
        return Webchat.commandLine().setErr(new PrintWriter(System.err, true)).execute(words);
    }
}
