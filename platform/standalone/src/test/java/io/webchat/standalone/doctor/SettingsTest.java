package io.webchat.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in settings: each thing that is wrong, and nothing where nothing is. */
class SettingsTest {
    private static final List<Check> CHECKS = List.of(
            new SettingsCheck(),
            new SecretsCheck(SecretsCheck.OF_PRODUCTION),
            new WebPushCheck(),
            new OriginsCheck(),
            new KafkaAccessCheck(),
            new DatabaseCheck(),
            new AlertsCheck(),
            new VersionsCheck());

    @ParameterizedTest
    @MethodSource("checks")
    void a_sound_one_is_fine(Check check) {
        assertThat(check.examine(Deployments.sound())).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.FINE);
            assertThat(finding.advice()).isNull();
        });
    }

    static List<Check> checks() {
        return CHECKS;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WEBCHAT_HOST |  | settings | CRITICAL | WEBCHAT_HOST is not set.",
                "MONGO_DATABASE |  | settings | CRITICAL | MONGO_DATABASE is not set.",
                "ALERT_FROM | ops@chat.example.org | settings | CRITICAL | ALERT_FROM is still that of the example.",
                "WEBCHAT_RATE_LIMITS | false | settings | WARNING | The services limit nobody",
                "JWT_SECRET |  | secrets | CRITICAL | JWT_SECRET is not set.",
                "JWT_SECRET | kQ8vX1nZt4Wm7RbYc2HsLf9DgEoJpUa | secrets | CRITICAL | JWT_SECRET is shorter than 32 bytes.",
                "JWT_SECRET | ababababababababababababababababab | secrets | CRITICAL | JWT_SECRET has hardly any",
                "JWT_SECRET | abcdefgabcdefgabcdefgabcdefgabcdefg | secrets | CRITICAL | JWT_SECRET has hardly any",
                "JWT_SECRET | please-change-me-please-change-me-0 | secrets | CRITICAL | JWT_SECRET contains a well-known",
                "GRAFANA_PASSWORD | admin | secrets | CRITICAL | GRAFANA_PASSWORD is shorter than 12 bytes.",
                "GRAFANA_PASSWORD | password-of-grafana | secrets | CRITICAL | GRAFANA_PASSWORD contains a well-known",
                "GRAFANA_PASSWORD | uR4kT9wEzX2mQ7pLs1Vb | secrets | CRITICAL | is the same as GRAFANA_PASSWORD.",
                "WEBCHAT_BACKUP_PASSPHRASE |  | secrets | CRITICAL | WEBCHAT_BACKUP_PASSPHRASE is not set.",
                "MONGO_PASSWORD | short | secrets | CRITICAL | MONGO_PASSWORD is shorter than 12 bytes.",
                "WEB_PUSH_VAPID_PRIVATE_KEY | yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw | web push | CRITICAL | WEB_PUSH_VAPID_PUBLIC_KEY is no public key",
                "WEB_PUSH_VAPID_PUBLIC_KEY | AAAA | web push | CRITICAL | WEB_PUSH_VAPID_PUBLIC_KEY is no public key",
                "CORS_ALLOWED_ORIGINS | * | origins | CRITICAL | which is no exact origin",
                "CORS_ALLOWED_ORIGINS | https://chat.rockets.test/ | origins | CRITICAL | which is no exact origin",
                "CORS_ALLOWED_ORIGINS | https://chat.rockets.test,http://localhost:3000 | origins | CRITICAL | own machine",
                "CORS_ALLOWED_ORIGINS | https://chat.rockets.test,http://a.test | origins | CRITICAL | can change",
                "CORS_ALLOWED_ORIGINS | https://other.test | origins | WARNING | lacks https://chat.rockets.test",
                "KAFKA_SASL_PASSWORD | short | secrets | CRITICAL | KAFKA_SASL_PASSWORD is shorter than 12 bytes.",
                "KAFKA_BROKER_PASSWORD | nR7kW2pXq9LsT4vB | secrets | CRITICAL | KAFKA_BROKER_PASSWORD is the same as KAFKA",
                "REDIS_PASSWORD | password-of-redis | secrets | CRITICAL | REDIS_PASSWORD contains a well-known",
                "KAFKA_SECURITY_PROTOCOL |  | kafka-access | CRITICAL | KAFKA_SASL_USERNAME is set, but",
                "KAFKA_SASL_USERNAME |  | kafka-access | CRITICAL | KAFKA_SASL_USERNAME is not set",
                "KAFKA_BOOTSTRAP_SERVERS | k1.rockets.test:9092 | kafka-access | CRITICAL | another machine without TLS",
                "MONGO_URI |  | mongodb | CRITICAL | MONGO_URI is not set.",
                "MONGO_URI | mongo:27017 | mongodb | CRITICAL | MONGO_URI is no mongodb:// address.",
                "MONGO_URI | mongodb://mongo:27017 | mongodb | WARNING | MONGO_URI has no user and password",
                "MONGO_URI | mongodb://db.rockets.test/?tls=true | mongodb | CRITICAL | MONGO_URI has no user and password",
                "MONGO_URI | mongodb://webchat:PASSWORD@mongo | mongodb | CRITICAL | password of the example",
                "MONGO_PASSWORD | Lk3vQ8zTn5Wc2Rb7 | mongodb | CRITICAL | another password than MONGO_PASSWORD",
                "MONGO_URI | mongodb://a:b@db.rockets.test/x?w=2 | mongodb | CRITICAL | without TLS",
                "MONGO_URI | mongodb://a:b@10.1.2.3:27017 | mongodb | CRITICAL | without TLS",
                "MONGO_URI | mongodb://a:b@mongo,mongo-2/?w=1 | mongodb | CRITICAL | a failover loses accounts",
                "ALERT_EMAIL |  | alerts | CRITICAL | ALERT_EMAIL is not set: alerts do not arrive that way.",
                "SLACK_WEBHOOK_URL | #alerts | alerts | CRITICAL | SLACK_WEBHOOK_URL is no address",
                "WEBHOOK_URL |  | alerts | CRITICAL | WEBHOOK_URL is not set",
                "SMTP_URL | mail.rockets.test | alerts | CRITICAL | SMTP_URL is no address",
                "SMTP_URL | smtp+insecure://mail.rockets.test:25 | alerts | WARNING | without TLS",
                "WEBCHAT_VERSION |  | versions | WARNING | WEBCHAT_VERSION is latest",
                "WEBCHAT_VERSION | latest | versions | WARNING | WEBCHAT_VERSION is latest"
            })
    void what_is_wrong_is_found_with_what_to_do(
            String variable, String value, String check, Severity severity, String message) {
        var deployment = Deployments.with(variable, value == null ? "" : value);

        assertThat(CHECKS)
                .flatExtracting(one -> one.examine(deployment))
                .filteredOn(finding -> finding.severity() != Severity.FINE)
                .filteredOn(finding -> finding.message().contains(message))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check()).isEqualTo(check);
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.advice()).isNotBlank();
                    assertThat(finding.section()).startsWith("platform/docs/production.md#");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw, mailto:ops@rockets.test, FINE",
        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw, https://rockets.test/contact, FINE",
        "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw, ops@rockets.test, CRITICAL",
        "yfWPiYE, mailto:ops@rockets.test, CRITICAL"
    })
    void web_push_takes_a_pair_of_keys_and_a_subject(String privateKey, String subject, Severity severity) {
        var deployment = Deployments.with(Map.of(
                "WEB_PUSH_VAPID_PUBLIC_KEY",
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
                "WEB_PUSH_VAPID_PRIVATE_KEY",
                privateKey,
                "WEB_PUSH_VAPID_SUBJECT",
                subject));

        assertThat(new WebPushCheck().examine(deployment))
                .extracting(Finding::severity)
                .containsExactly(severity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb+srv://webchat:vT3xq9@cluster.rockets.test/?w=majority",
                "mongodb://webchat:vT3xq9@db.rockets.test:27017/webchat?tls=true",
                "mongodb://webchat:vT3xq9@127.0.0.1:27017"
            })
    void a_safe_way_to_the_store_is_fine(String uri) {
        assertThat(new DatabaseCheck().examine(Deployments.with("MONGO_URI", uri)))
                .extracting(Finding::severity)
                .containsExactly(Severity.FINE);
    }

    @Test
    void a_password_in_an_address_is_percent_encoded() {
        var settings = Map.of(
                "MONGO_PASSWORD", "Lk3v+Q8/zTn5@Wc2",
                "MONGO_URI", "mongodb://webchat:Lk3v+Q8%2FzTn5%40Wc2@mongo:27017/?w=majority",
                "REDIS_PASSWORD", "Lk3v+Q8/zTn5@Wc3",
                "REDIS_URL", "redis://:Lk3v+Q8%2FzTn5%40Wc3@127.0.0.1:1");

        assertThat(new DatabaseCheck().examine(Deployments.with(settings)))
                .extracting(Finding::severity)
                .containsExactly(Severity.FINE);
        assertThat(new RedisCheck().examine(Deployments.with(settings)))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOT_CHECKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://127.0.0.1:1", "redis://:other@127.0.0.1:1", "redis://:%zz@127.0.0.1:1"})
    void a_redis_whose_password_the_services_do_not_have_is_found(String url) {
        var settings = Map.of("REDIS_PASSWORD", "Lk3vQ8zTn5Wc2Rb7", "REDIS_URL", url);

        assertThat(new RedisCheck().examine(Deployments.with(settings)))
                .filteredOn(finding -> finding.severity() == Severity.CRITICAL)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"kafka:9092, WARNING", "'127.0.0.1:9092', WARNING", "'kafka:9092,k2.rockets.test:9092', CRITICAL"})
    void a_kafka_that_takes_anyone_is_found(String brokers, Severity severity) {
        var open = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", brokers,
                "KAFKA_SECURITY_PROTOCOL", "",
                "KAFKA_SASL_USERNAME", "",
                "KAFKA_SASL_PASSWORD", "");

        assertThat(new KafkaAccessCheck().examine(Deployments.with(open)))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.message()).startsWith("Kafka takes anyone");
                });
    }

    @Test
    void a_kafka_elsewhere_that_asks_and_encrypts_is_fine() {
        var safe = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "k1.rockets.test:9093,k2.rockets.test:9093",
                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL");

        assertThat(new KafkaAccessCheck().examine(Deployments.with(safe)))
                .extracting(Finding::severity)
                .containsExactly(Severity.FINE);
    }

    @Test
    void no_secret_is_ever_printed() {
        var secrets = Map.of(
                "JWT_SECRET", "s3cr3t-one",
                "GRAFANA_PASSWORD", "s3cr3t-one",
                "KAFKA_SASL_PASSWORD", "s3cr3t-one",
                "MONGO_URI", "mongodb://a:s3cr3t-one@db.rockets.test",
                "REDIS_URL", "redis://:s3cr3t-one@127.0.0.1:1");

        assertThat(CHECKS)
                .flatExtracting(check -> check.examine(Deployments.with(secrets)))
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("s3cr3t-one"));
        assertThat(new RedisCheck().examine(Deployments.with(secrets)))
                .allSatisfy(finding -> assertThat(finding.toString()).doesNotContain("s3cr3t-one"));
    }

    @Test
    void whoever_else_can_read_the_file_is_found(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve(".env"), "JWT_SECRET=x\n");
        var deployment = new Deployment(".env", Map.of(), file, directory, null, Set.of());

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(new FilesCheck().examine(deployment)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.advice()).isEqualTo("chmod 600 " + file);
        });

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(new FilesCheck().examine(deployment))
                .extracting(Finding::severity)
                .containsExactly(Severity.FINE);
    }

    @Test
    void a_file_is_read_as_compose_does(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve(".env"), """
                # a comment
                PLAIN=some text   # and why
                export SHELL_LIKE=yes
                HASH=pass#word
                DOUBLE="with # and \\" in it" # why
                SINGLE='as it is \\n'
                EMPTY=
                 SPACED = around
                not a setting
                """);

        assertThat(EnvironmentFile.read(file))
                .isEqualTo(Map.of(
                        "PLAIN", "some text",
                        "SHELL_LIKE", "yes",
                        "HASH", "pass#word",
                        "DOUBLE", "with # and \" in it",
                        "SINGLE", "as it is \\n",
                        "EMPTY", "",
                        "SPACED", "around"));
    }

    /** Whoever copies the example and fills nothing in is told all of it. */
    @Test
    void the_example_is_no_production() throws Exception {
        var example = EnvironmentFile.read(Path.of("../../.env.example"));
        var deployment = new Deployment(".env.example", example, null, Path.of("target"), null, Set.of());

        assertThat(CHECKS)
                .flatExtracting(check -> check.examine(deployment))
                .filteredOn(finding -> finding.severity() == Severity.CRITICAL)
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).startsWith("WEBCHAT_HOST is still that of the example"))
                .anySatisfy(
                        message -> assertThat(message).startsWith("CORS_ALLOWED_ORIGINS is still that of the example"))
                .anySatisfy(message -> assertThat(message).startsWith("JWT_SECRET is not set"))
                .anySatisfy(message -> assertThat(message).startsWith("WEBHOOK_URL is not set"));
    }
}
