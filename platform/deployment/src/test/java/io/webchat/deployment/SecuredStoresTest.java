package io.webchat.deployment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.webchat.log.KafkaConnection;
import io.webchat.standalone.engine.EmbeddedKafka;
import io.webchat.standalone.engine.EmbeddedRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compose files tell Kafka and Redis makes them ask who comes: tried on real ones. */
class SecuredStoresTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[^}]*}");
    private static final Path OVERLAY = Repository.ROOT.resolve("platform/compose/compose.ha.yml");
    private static final Map<String, String> SECRETS = Map.of(
            "KAFKA_BROKER_PASSWORD", "b7c1e0",
            "KAFKA_SASL_USERNAME", "webchat",
            "KAFKA_SASL_PASSWORD", "5f0a9d");

    @TempDir
    private Path directory;

    @Test
    void kafka_of_the_overlay_lets_in_who_knows_the_password_and_nobody_else() throws Exception {
        var port = freePort();
        try (var ignored = kafka(port)) {
            try (var admin = client(port, "5f0a9d")) {
                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            }
            try (var admin = client(port, "wrong")) {
                assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(SaslAuthenticationException.class);
            }
            var open = KafkaConnection.open("127.0.0.1:" + port).clientConfig();
            open.put("default.api.timeout.ms", 2_000);
            open.put("request.timeout.ms", 1_000);
            try (var admin = Admin.create(open)) {
                assertThatThrownBy(() -> admin.describeCluster().nodes().get()).isInstanceOf(ExecutionException.class);
            }
        }
    }

    @Test
    void the_tools_of_kafka_log_in_with_what_the_container_writes_when_it_starts() throws Exception {
        var port = freePort();
        try (var ignored = kafka(port)) {
            var file = clientProperties(
                    Repository.map(Repository.yaml(OVERLAY).get("x-kafka")).get("CLIENT_PROPERTIES"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            var settings = new Properties();
            try (var properties = Files.newBufferedReader(file)) {
                settings.load(properties);
            }
            assertThat(settings).containsEntry("security.protocol", "SASL_PLAINTEXT");
            settings.put("bootstrap.servers", "127.0.0.1:" + port);
            try (var admin = Admin.create(settings)) {
                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            }
        }
    }

    @Test
    void the_tools_of_a_kafka_that_takes_anyone_get_the_same_file() throws Exception {
        assertThat(clientProperties(store("kafka", "environment", "CLIENT_PROPERTIES")))
                .hasContent("security.protocol=PLAINTEXT");
    }

    /** Starts what the container starts, with something in place of the broker that tells what it was started with. */
    private Path clientProperties(Object variable) throws Exception {
        var file = directory.resolve("client.properties");
        var broker = directory.resolve("run");
        Files.writeString(broker, "tr '\\0' ' ' </proc/$$/cmdline");
        var command = new ArrayList<String>();
        ((List<?>) store("kafka", "command"))
                .forEach(word -> command.add(word.toString()
                        .replace("$$", "$")
                        .replace("/tmp/client.properties", file.toString())
                        .replace("exec /etc/kafka/docker/run", "exec sh " + broker)));
        assertThat(command).first().isEqualTo("bash");
        var result = Tool.require("bash")
                .run(
                        Map.of("CLIENT_PROPERTIES", interpolated(variable.toString(), SECRETS)),
                        command.subList(1, command.size()).toArray())
                .succeeds();
        assertThat(result.output()).contains("sh " + broker).doesNotContain("b7c1e0");
        return file;
    }

    private static Object store(String service, String... path) {
        Object value = Repository.map(Repository.yaml(Repository.ROOT.resolve("platform/compose/compose.stores.yml"))
                        .get("services"))
                .get(service);
        for (var key : path) {
            value = Repository.map(value).get(key);
        }
        return value;
    }

    /** One of the three, alone: of its settings, only where others are and how often they keep something differs. */
    private EmbeddedKafka kafka(int port) throws IOException {
        var controller = freePort();
        var settings = new HashMap<String, String>();
        Repository.map(Repository.yaml(OVERLAY).get("x-kafka")).forEach((name, value) -> {
            if (name.startsWith("KAFKA_")) {
                settings.put(property(name), interpolated(value.toString(), SECRETS));
            }
        });
        settings.keySet().removeIf(name -> name.contains("replication.factor") || name.contains("min.i"));
        settings.computeIfPresent(
                "listeners",
                (name, value) -> value.replace("CLIENT://:9092", "CLIENT://127.0.0.1:" + port)
                        .replace("CONTROLLER://:9093", "CONTROLLER://127.0.0.1:" + controller));
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        return EmbeddedKafka.start(directory, port, controller, settings);
    }

    /** As the image makes properties of variables. */
    private static String property(String variable) {
        return variable.replace("KAFKA_", "")
                .toLowerCase(Locale.ROOT)
                .replace("_", ".")
                .replace("...", "-")
                .replace("..", "_");
    }

    private static Admin client(int port, String password) {
        var environment = Map.of(
                "KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM", "PLAIN",
                "KAFKA_SASL_USERNAME", "webchat",
                "KAFKA_SASL_PASSWORD", password);
        return Admin.create(
                KafkaConnection.of("127.0.0.1:" + port, environment::get).clientConfig());
    }

    @Test
    void kafka_with_tls_is_reached_by_whoever_trusts_its_certificate_and_by_nobody_else() throws Exception {
        var certificate = directory.resolve("certificate.pem");
        var key = directory.resolve("key.pem");
        Tool.require("openssl")
                .run(
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=kafka",
                        "-addext",
                        "subjectAltName=IP:127.0.0.1",
                        "-keyout",
                        key,
                        "-out",
                        certificate)
                .succeeds();
        var keyAndCertificate = Files.writeString(
                directory.resolve("broker.pem"), Files.readString(key) + Files.readString(certificate));
        var port = freePort();
        var controller = freePort();
        var settings = Map.of(
                "listeners", "SSL://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "listener.security.protocol.map", "SSL:SSL,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "SSL",
                "ssl.keystore.type", "PEM",
                "ssl.keystore.location", keyAndCertificate.toString(),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate.toString());
        try (var ignored = EmbeddedKafka.start(directory.resolve("kafka"), port, controller, settings)) {
            for (var trust : Map.of(
                            "KAFKA_SSL_TRUSTSTORE_LOCATION",
                            certificate.toString(),
                            "KAFKA_SSL_TRUSTSTORE_CERTIFICATES",
                            Files.readString(certificate))
                    .entrySet()) {
                try (var admin = tls(port, trust.getKey(), trust.getValue())) {
                    assertThat(admin.describeCluster().nodes().get()).hasSize(1);
                }
            }
            try (var admin = tls(port, "KAFKA_SSL_TRUSTSTORE_LOCATION", "")) {
                assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                        .hasCauseInstanceOf(SslAuthenticationException.class);
            }
        }
    }

    private static Admin tls(int port, String variable, String value) {
        var environment = Map.of("KAFKA_SECURITY_PROTOCOL", "SSL", variable, value);
        return Admin.create(
                KafkaConnection.of("127.0.0.1:" + port, environment::get).clientConfig());
    }

    @Test
    void redis_asks_for_its_password_if_it_has_one_and_shows_it_to_nobody() throws Exception {
        var overlay = Repository.map(
                Repository.map(Repository.yaml(OVERLAY).get("services")).get("redis"));

        try (var redis = new Redis(directory, overlay, "b7c1e0")) {
            assertThat(redis.ask("PING")).startsWith("-NOAUTH");
            assertThat(redis.ask("AUTH wrong")).startsWith("-WRONGPASS");
            assertThat(redis.ask("AUTH b7c1e0", "PING")).isEqualTo("+OK+PONG");
            // What redis-cli --user default says, with the password that it finds in its environment.
            assertThat(redis.ask("AUTH default b7c1e0", "PING")).isEqualTo("+OK+PONG");
            assertThat(redis.ask("AUTH b7c1e0", "CONFIG GET masterauth")).contains("b7c1e0");
            assertThat(redis.ask("AUTH b7c1e0", "CONFIG GET appendonly")).contains("yes");
            assertThat(redis.commandLine()).contains("redis-server").doesNotContain("b7c1e0");
        }
    }

    @Test
    void redis_asks_nobody_without_a_password() throws Exception {
        var alone = Repository.map(store("redis"));

        try (var redis = new Redis(directory, alone, "")) {
            assertThat(redis.ask("PING")).isEqualTo("+PONG");
            assertThat(redis.ask("AUTH default \"\"", "PING"))
                    .as("redis-cli --user default, whose password is empty")
                    .isEqualTo("+OK+PONG");
            assertThat(redis.ask("CONFIG GET maxmemory-policy")).contains("allkeys-lru");
        }
    }

    @Test
    void what_the_overlay_needs_is_refused_when_it_is_missing() {
        var text = Repository.text(OVERLAY);

        for (var variable : Set.of(
                "KAFKA_SECURITY_PROTOCOL",
                "KAFKA_SASL_MECHANISM",
                "KAFKA_SASL_USERNAME",
                "KAFKA_SASL_PASSWORD",
                "KAFKA_BROKER_PASSWORD",
                "REDIS_PASSWORD",
                "MONGO_PASSWORD")) {
            assertThat(text).containsPattern("\\$\\{" + variable + ":\\?[^}]{10,}}");
            assertThat(text).doesNotContainPattern("\\$\\{" + variable + "(:?-|})");
        }
    }

    private static String interpolated(String value, Map<String, String> variables) {
        return VARIABLE.matcher(value).replaceAll(found -> variables.get(found.group(1)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A real one, started as the container starts it. */
    private static final class Redis implements AutoCloseable {
        private final int port = freePort();
        private final Process process;

        Redis(Path directory, Map<String, Object> service, String password) throws IOException {
            var stores = Repository.yaml(Repository.ROOT.resolve("platform/compose/compose.stores.yml"));
            var entrypoint = Repository.map(
                            Repository.map(stores.get("services")).get("redis"))
                    .get("entrypoint");
            var command = new ArrayList<String>();
            ((List<?>) entrypoint).forEach(word -> command.add(word.toString().replace("$$", "$")));
            ((List<?>) service.get("command")).forEach(word -> command.add(word.toString()));
            command.addAll(
                    List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--dir", directory.toString()));
            var programs = Files.createDirectory(directory.resolve("bin"));
            Files.createSymbolicLink(
                    programs.resolve("redis-server"),
                    Path.of(EmbeddedRedis.command(directory, port).getFirst()));
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis.log").toFile());
            builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
            builder.environment().put("REDIS_PASSWORD", password);
            process = builder.start();
            await().atMost(Duration.ofSeconds(20))
                    .ignoreException(IOException.class)
                    .until(() -> !ask("PING").isEmpty());
        }

        /** The answers to the last commands of a connection, without the ends of their lines. */
        String ask(String... commands) throws IOException {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write((String.join("\r\n", commands) + "\r\nQUIT\r\n").getBytes(US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), US_ASCII)
                        .replace("\r\n", "")
                        .replaceFirst("\\+OK$", "");
            }
        }

        /** As everybody on the machine may read it. */
        String commandLine() throws IOException {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
