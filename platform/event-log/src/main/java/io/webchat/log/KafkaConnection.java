package io.webchat.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * Where the brokers are, how a client proves to them who it is, and whom it trusts: what every client of every program
 * has in common, from the same environment variables. Secrets are in nothing that is printed, also where a map of
 * settings is.
 *
 * <p>Nothing is sent in clear by a forgotten variable: credentials without a protocol that uses them are refused.
 */
public final class KafkaConnection {
    private static final String PROTOCOL = "KAFKA_SECURITY_PROTOCOL";
    private static final String MECHANISM = "KAFKA_SASL_MECHANISM";
    private static final String USERNAME = "KAFKA_SASL_USERNAME";
    private static final String PASSWORD = "KAFKA_SASL_PASSWORD";
    private static final String JAAS = "KAFKA_SASL_JAAS_CONFIG";
    private static final String TRUSTSTORE = "KAFKA_SSL_TRUSTSTORE_LOCATION";
    private static final String KEYSTORE = "KAFKA_SSL_KEYSTORE_LOCATION";
    private static final List<String> SASL = List.of(MECHANISM, USERNAME, PASSWORD, JAAS);
    private static final Map<String, String> LOGIN_MODULES = Map.of(
            "PLAIN", PlainLoginModule.class.getName(),
            "SCRAM-SHA-256", ScramLoginModule.class.getName(),
            "SCRAM-SHA-512", ScramLoginModule.class.getName());

    /** Variables that are settings of the client as they stand; those of a store also tell its type by its name. */
    private static final Map<String, String> SSL = ssl();

    /** Every variable that {@link #of} reads. */
    public static final List<String> VARIABLES = Stream.of(Stream.of(PROTOCOL), SASL.stream(), SSL.keySet().stream())
            .flatMap(Function.identity())
            .toList();

    private final String bootstrapServers;
    private final SecurityProtocol protocol;
    private final Map<String, Object> security;

    private KafkaConnection(String bootstrapServers, SecurityProtocol protocol, Map<String, Object> security) {
        this.bootstrapServers = bootstrapServers;
        this.protocol = protocol;
        this.security = security;
    }

    /**
     * A connection as an environment describes it.
     *
     * @param bootstrapServers {@code host:port[,host:port…]}
     * @param environment the value of a variable; null or blank if it is not set
     * @throws UnusableKafkaConnectionException if something is missing, unknown or contradictory; names the variable
     */
    public static KafkaConnection of(String bootstrapServers, Function<String, @Nullable String> environment) {
        var variables = new Variables(environment);
        var protocol = protocol(variables);
        var security = new HashMap<String, Object>();
        if (protocol != SecurityProtocol.PLAINTEXT) {
            security.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol.name);
        }
        if (isOneOf(protocol, SecurityProtocol.SASL_PLAINTEXT, SecurityProtocol.SASL_SSL)) {
            security.putAll(sasl(variables));
        } else {
            variables.refuse(SASL, protocol);
        }
        if (isOneOf(protocol, SecurityProtocol.SSL, SecurityProtocol.SASL_SSL)) {
            security.putAll(ssl(variables));
        } else {
            variables.refuse(List.copyOf(SSL.keySet()), protocol);
        }
        return new KafkaConnection(bootstrapServers, protocol, Map.copyOf(security));
    }

    /** One to brokers that ask nobody who they are, such as the embedded one. */
    public static KafkaConnection open(String bootstrapServers) {
        return of(bootstrapServers, variable -> null);
    }

    /** {@code host:port[,host:port…]}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** What Kafka calls the way of talking, such as {@code SASL_SSL}. */
    public String protocol() {
        return protocol.name;
    }

    /** Whether the brokers are told who the client is. */
    public boolean isAuthenticated() {
        return isOneOf(protocol, SecurityProtocol.SASL_PLAINTEXT, SecurityProtocol.SASL_SSL)
                || security.containsKey(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG)
                || security.containsKey(SslConfigs.SSL_KEYSTORE_KEY_CONFIG);
    }

    /** Whether nobody on the way can read what is said. */
    public boolean isEncrypted() {
        return isOneOf(protocol, SecurityProtocol.SSL, SecurityProtocol.SASL_SSL);
    }

    /** The beginning of the settings of any client: a map of its own, to be added to. */
    public Map<String, Object> clientConfig() {
        var config = new HashMap<>(security);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return config;
    }

    @Override
    public String toString() {
        return bootstrapServers + " (" + protocol.name + ")";
    }

    private static boolean isOneOf(SecurityProtocol protocol, SecurityProtocol... some) {
        return List.of(some).contains(protocol);
    }

    private static SecurityProtocol protocol(Variables variables) {
        var given = variables.get(PROTOCOL).orElse(SecurityProtocol.PLAINTEXT.name);
        if (!SecurityProtocol.names().contains(given)) {
            throw new UnusableKafkaConnectionException(
                    PROTOCOL + ": " + given + " (expected: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL)");
        }
        return SecurityProtocol.forName(given);
    }

    private static Map<String, Object> sasl(Variables variables) {
        var mechanism = variables.get(MECHANISM).orElse("SCRAM-SHA-512");
        var jaas = variables.get(JAAS);
        if (jaas.isPresent()) {
            variables.refuse(List.of(USERNAME, PASSWORD), "beside " + JAAS + ", which has them");
        }
        return Map.of(
                SaslConfigs.SASL_MECHANISM,
                mechanism,
                SaslConfigs.SASL_JAAS_CONFIG,
                new Password(jaas.orElseGet(() -> login(mechanism, variables))));
    }

    private static String login(String mechanism, Variables variables) {
        var module = LOGIN_MODULES.get(mechanism);
        if (module == null) {
            throw new UnusableKafkaConnectionException(MECHANISM + ": " + mechanism + " (expected: "
                    + LOGIN_MODULES.keySet().stream().sorted().collect(Collectors.joining(", "))
                    + "; any other one needs " + JAAS + ")");
        }
        return module + " required username=" + quoted(USERNAME, variables) + " password=" + quoted(PASSWORD, variables)
                + ";";
    }

    private static String quoted(String variable, Variables variables) {
        var value = variables
                .get(variable)
                .orElseThrow(() -> new UnusableKafkaConnectionException(
                        variable + " is not set, but " + PROTOCOL + " says that the brokers ask for it"));
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableKafkaConnectionException(variable + " contains a control character, such as a new line");
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Map<String, String> ssl() {
        var settings = new LinkedHashMap<String, String>();
        settings.put(TRUSTSTORE, SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG);
        settings.put("KAFKA_SSL_TRUSTSTORE_PASSWORD", SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG);
        settings.put("KAFKA_SSL_TRUSTSTORE_CERTIFICATES", SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG);
        settings.put(KEYSTORE, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);
        settings.put("KAFKA_SSL_KEYSTORE_PASSWORD", SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG);
        settings.put("KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN", SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG);
        settings.put("KAFKA_SSL_KEYSTORE_KEY", SslConfigs.SSL_KEYSTORE_KEY_CONFIG);
        settings.put("KAFKA_SSL_KEY_PASSWORD", SslConfigs.SSL_KEY_PASSWORD_CONFIG);
        return settings;
    }

    private static Map<String, Object> ssl(Variables variables) {
        var config = new HashMap<String, Object>();
        SSL.forEach((variable, setting) -> variables
                .get(variable)
                .ifPresent(value -> config.put(setting, setting.endsWith("location") ? value : new Password(value))));
        store(TRUSTSTORE, "KAFKA_SSL_TRUSTSTORE_CERTIFICATES", variables)
                .ifPresent(type -> config.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, type));
        store(KEYSTORE, "KAFKA_SSL_KEYSTORE_KEY", variables)
                .ifPresent(type -> config.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, type));
        return config;
    }

    /** The type of a store that is a file, by its ending, or of one that is in the environment as it stands. */
    private static Optional<String> store(String location, String text, Variables variables) {
        var file = variables.get(location);
        if (variables.get(text).isPresent()) {
            variables.refuse(List.of(location), "beside " + text);
            return Optional.of("PEM");
        }
        return file.map(name -> {
            if (!Files.isReadable(Path.of(name))) {
                throw new UnusableKafkaConnectionException(location + ": " + name + " cannot be read");
            }
            var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return switch (ending) {
                case "pem", "crt", "cer" -> "PEM";
                case "p12", "pfx" -> "PKCS12";
                default -> "JKS";
            };
        });
    }

    private record Variables(Function<String, @Nullable String> environment) {
        Optional<String> get(String name) {
            return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
        }

        void refuse(List<String> names, SecurityProtocol protocol) {
            refuse(names, "but " + PROTOCOL + " is " + protocol.name + ", which has no use for it");
        }

        void refuse(List<String> names, String reason) {
            for (var name : names) {
                if (get(name).isPresent()) {
                    throw new UnusableKafkaConnectionException(name + " is set, " + reason);
                }
            }
        }
    }
}
