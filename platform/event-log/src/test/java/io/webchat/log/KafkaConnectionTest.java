package io.webchat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaConnectionTest {
    private static final Map<String, String> SCRAM = Map.of(
            "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "KAFKA_SASL_USERNAME", "push",
            "KAFKA_SASL_PASSWORD", "s3\"cr\\et");

    @ParameterizedTest
    @ValueSource(strings = {"", "PLAINTEXT"})
    void without_settings_nobody_is_asked(String protocol) {
        var connection = of(Map.of("KAFKA_SECURITY_PROTOCOL", protocol, "KAFKA_SASL_PASSWORD", " "));

        assertThat(connection.clientConfig()).isEqualTo(Map.of("bootstrap.servers", "kafka:9092"));
        assertThat(connection.isAuthenticated()).isFalse();
        assertThat(connection.isEncrypted()).isFalse();
    }

    @Test
    void a_name_and_a_password_are_given_by_scram_unless_it_is_said_otherwise() {
        var config = of(SCRAM).clientConfig();

        assertThat(config)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        assertThat(((Password) config.get("sasl.jaas.config")).value())
                .isEqualTo("org.apache.kafka.common.security.scram.ScramLoginModule required username=\"push\""
                        + " password=\"s3\\\"cr\\\\et\";");
        assertThat(of(SCRAM).isAuthenticated()).isTrue();
        assertThat(of(SCRAM).isEncrypted()).isTrue();
    }

    @Test
    void plain_and_what_needs_a_line_of_jaas_are_possible() {
        assertThat(of(Map.of(
                                "KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                                "KAFKA_SASL_MECHANISM", "PLAIN",
                                "KAFKA_SASL_USERNAME", "a",
                                "KAFKA_SASL_PASSWORD", "b"))
                        .clientConfig()
                        .get("sasl.jaas.config"))
                .isEqualTo(
                        new Password("org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\""
                                + " password=\"b\";"));
        assertThat(of(Map.of(
                                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "KAFKA_SASL_MECHANISM", "OAUTHBEARER",
                                "KAFKA_SASL_JAAS_CONFIG", "some.Module required;"))
                        .clientConfig())
                .containsEntry("sasl.mechanism", "OAUTHBEARER")
                .containsEntry("sasl.jaas.config", new Password("some.Module required;"));
    }

    @ParameterizedTest
    @CsvSource({"ca.pem, PEM", "ca.CRT, PEM", "ca.p12, PKCS12", "ca.jks, JKS"})
    void whom_it_trusts_is_in_a_file_whose_name_tells_what_it_is(String name, String type, @TempDir Path folder)
            throws Exception {
        var file = Files.writeString(folder.resolve(name), "").toString();

        assertThat(of(Map.of("KAFKA_SECURITY_PROTOCOL", "SSL", "KAFKA_SSL_TRUSTSTORE_LOCATION", file))
                        .clientConfig())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.truststore.location", file)
                .containsEntry("ssl.truststore.type", type);
    }

    @Test
    void whom_it_trusts_and_who_it_is_can_be_text() {
        var connection = of(Map.of(
                "KAFKA_SECURITY_PROTOCOL", "SSL",
                "KAFKA_SSL_TRUSTSTORE_CERTIFICATES", "ca",
                "KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN", "own",
                "KAFKA_SSL_KEYSTORE_KEY", "key"));

        assertThat(connection.clientConfig())
                .containsEntry("ssl.truststore.certificates", new Password("ca"))
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.keystore.certificate.chain", new Password("own"))
                .containsEntry("ssl.keystore.key", new Password("key"))
                .containsEntry("ssl.keystore.type", "PEM");
        assertThat(connection.isAuthenticated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KAFKA_SECURITY_PROTOCOL=SASL | KAFKA_SECURITY_PROTOCOL: SASL (expected: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL)",
                "KAFKA_SECURITY_PROTOCOL=SASL_SSL | KAFKA_SASL_USERNAME is not set",
                "KAFKA_SECURITY_PROTOCOL=SASL_SSL,KAFKA_SASL_USERNAME=a | KAFKA_SASL_PASSWORD is not set",
                "KAFKA_SECURITY_PROTOCOL=SASL_SSL,KAFKA_SASL_MECHANISM=GSSAPI | KAFKA_SASL_MECHANISM: GSSAPI (expected: PLAIN,",
                "KAFKA_SASL_USERNAME=a | KAFKA_SASL_USERNAME is set, but KAFKA_SECURITY_PROTOCOL is PLAINTEXT",
                "KAFKA_SECURITY_PROTOCOL=SSL,KAFKA_SASL_PASSWORD=s3cret | KAFKA_SASL_PASSWORD is set, but",
                "KAFKA_SSL_TRUSTSTORE_PASSWORD=s3cret | KAFKA_SSL_TRUSTSTORE_PASSWORD is set, but",
                "KAFKA_SECURITY_PROTOCOL=SSL,KAFKA_SSL_TRUSTSTORE_LOCATION=/none.pem | KAFKA_SSL_TRUSTSTORE_LOCATION: /none.pem cannot",
                "KAFKA_SECURITY_PROTOCOL=SASL_SSL,KAFKA_SASL_JAAS_CONFIG=x,KAFKA_SASL_PASSWORD=s3cret | KAFKA_SASL_PASSWORD is set, beside"
            })
    void what_is_missing_or_contradicts_itself_is_named_and_no_secret_is(String settings, String message) {
        assertThatThrownBy(() -> of(Stream.of(settings.split(",", -1))
                        .map(setting -> setting.split("=", 2))
                        .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]))))
                .isInstanceOf(UnusableKafkaConnectionException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_password_of_several_lines_is_refused_without_being_shown() {
        assertThatThrownBy(() -> of(Map.of(
                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "KAFKA_SASL_USERNAME", "a",
                        "KAFKA_SASL_PASSWORD", "s3\ncret")))
                .hasMessage("KAFKA_SASL_PASSWORD contains a control character, such as a new line");
    }

    @Test
    void nothing_that_is_printed_has_the_password() {
        var config = of(SCRAM).clientConfig();
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);

        assertThat(of(SCRAM)).hasToString("kafka:9092 (SASL_SSL)");
        assertThat(config.toString()).doesNotContain("s3");
        assertThat(new ProducerConfig(config).values().toString()).doesNotContain("s3");
    }

    private static KafkaConnection of(Map<String, String> environment) {
        return KafkaConnection.of("kafka:9092", environment::get);
    }
}
