package io.webchat.test;

import static org.awaitility.Awaitility.await;

import io.webchat.log.KafkaConnection;
import io.webchat.standalone.engine.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * A Kafka of its own that asks everybody who they are, and lets them do what the table of access rights in
 * {@code platform/docs/production.md} says, nothing else. One at a time in a JVM.
 */
public final class SecuredKafka implements AutoCloseable {
    /** Of every user, the administrator included. */
    public static final String PASSWORD = "a-password-that-must-not-be-logged";

    private static final int ITERATIONS = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedKafka kafka;

    private SecuredKafka(EmbeddedKafka kafka) {
        this.kafka = kafka;
    }

    /** Starts it on an empty directory; nobody but the administrator is known. */
    public static SecuredKafka start(Path dir) {
        WatchedAuthorizer.forget();
        return new SecuredKafka(EmbeddedKafka.startSecured(
                dir,
                Map.of(EmbeddedKafka.ADMIN, PASSWORD),
                Map.of("authorizer.class.name", WatchedAuthorizer.class.getName())));
    }

    /** Makes a user known (SCRAM-SHA-512), who may do nothing yet; returns when the broker lets it in. */
    public void introduce(String user) throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            var credential = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, credential, PASSWORD)))
                    .all()
                    .get();
        }
        await().atMost(PATIENCE).ignoreException(ExecutionException.class).until(() -> isLetIn(user));
    }

    /** Makes a user known that may do what the table lists for it; returns when the broker goes by that. */
    public void admit(String user) throws ExecutionException, InterruptedException {
        introduce(user);
        try (var admin = admin()) {
            var rights = AccessRights.of(user);
            admin.createAcls(rights).all().get();
            await().atMost(PATIENCE).until(() -> known(admin).containsAll(rights));
        }
    }

    private static List<AclBinding> known(Admin admin) throws ExecutionException, InterruptedException {
        return List.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
    }

    private boolean isLetIn(String user) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(connection(user, "SCRAM-SHA-512").clientConfig())) {
            return !admin.describeCluster().nodes().get().isEmpty();
        }
    }

    /** An admin client that may do everything; the caller closes it. */
    public Admin admin() {
        return Admin.create(clientConfig());
    }

    /** The settings of a client that may do everything. */
    public Map<String, Object> clientConfig() {
        return connection(EmbeddedKafka.ADMIN, "PLAIN").clientConfig();
    }

    private KafkaConnection connection(String user, String mechanism) {
        return KafkaConnection.of(kafka.bootstrapServers(), environment(user, mechanism)::get);
    }

    /** The environment of a service that is this user, {@code name=value}, with more of it. */
    public String[] environmentOf(String user, String... more) {
        return Stream.concat(
                        environment(user, "SCRAM-SHA-512").entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private Map<String, String> environment(String user, String mechanism) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM", mechanism,
                "KAFKA_SASL_USERNAME", user,
                "KAFKA_SASL_PASSWORD", PASSWORD);
    }

    /** What somebody wanted to do and was not allowed to, such as {@code User:a WRITE TOPIC webchat.users}. */
    public Set<String> denied() {
        return WatchedAuthorizer.denied();
    }

    @Override
    public void close() {
        kafka.close();
    }
}
