package io.webchat.standalone.doctor;

import io.webchat.log.KafkaConnection;
import io.webchat.log.UnusableKafkaConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * Whether the log, which is the truth, survives the loss of a broker: as it is where it can be seen, else as it is set.
 */
final class ReplicationCheck implements Check {
    private static final String CHECK = "kafka";
    private static final Section SECTION = Section.HIGH_AVAILABILITY;
    private static final String REMEDY =
            "The HA overlay keeps everything three times; it is chosen before the first start.";
    private static final int PATIENCE_SECONDS = 5;
    private static final int REPLICAS = 3;
    private static final int IN_SYNC = 2;

    /** How a topic is kept. */
    record Topic(String name, int replicas, int minInSync, boolean isUnderReplicated) {}

    @Override
    public List<Finding> examine(Deployment deployment) {
        var findings = new ArrayList<>(List.of(asSet(deployment)));
        var brokers = deployment.setting("KAFKA_BOOTSTRAP_SERVERS");
        if (brokers.isEmpty()) {
            findings.add(Finding.critical(
                    CHECK,
                    "KAFKA_BOOTSTRAP_SERVERS is not set.",
                    "Name the brokers, host:port, separated by commas.",
                    Section.DEPLOY));
            return findings;
        }
        try {
            findings.addAll(asKept(topics(connection(deployment, brokers.get()))));
        } catch (UnusableKafkaConnectionException e) {
            findings.add(Finding.notChecked(CHECK, "How topics are kept: the way to Kafka is not set up."));
        } catch (ExecutionException e) {
            findings.add(unanswered(brokers.get(), e));
        } catch (TimeoutException | KafkaException e) {
            findings.add(Finding.notChecked(
                    CHECK, "How topics are kept: " + brokers.get() + " cannot be reached from here."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return findings;
    }

    private static Finding unanswered(String brokers, ExecutionException e) {
        return e.getCause() instanceof AuthenticationException refusal
                ? Finding.critical(
                        CHECK,
                        brokers + " does not let the services in: " + refusal.getMessage() + ".",
                        "Set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD to what the brokers know.",
                        Section.KAFKA_WITH_AUTHENTICATION_AND_TLS)
                : Finding.notChecked(CHECK, "How topics are kept: " + brokers + " cannot be reached from here.");
    }

    private static Finding asSet(Deployment deployment) {
        return deployment.isHighlyAvailable()
                ? Finding.fine(CHECK, "New topics are kept three times (WEBCHAT_REPLICATION_FACTOR).")
                : Finding.warning(
                        CHECK,
                        "New topics have a replication factor of "
                                + deployment
                                        .setting("WEBCHAT_REPLICATION_FACTOR")
                                        .orElse("1")
                                + " (WEBCHAT_REPLICATION_FACTOR): a lost disk loses what was said since the last backup.",
                        REMEDY,
                        SECTION);
    }

    static List<Finding> asKept(List<Topic> topics) {
        var findings = new ArrayList<Finding>();
        if (topics.isEmpty()) {
            return List.of(Finding.notChecked(CHECK, "There are no topics yet; the services make them."));
        }
        var few = names(
                topics.stream().filter(topic -> topic.replicas() < REPLICAS).toList());
        if (!few.isEmpty()) {
            findings.add(Finding.warning(CHECK, "Kept fewer than three times: " + few + ".", REMEDY, SECTION));
        }
        var unsafe = names(topics.stream()
                .filter(topic -> topic.replicas() >= REPLICAS && topic.minInSync() < IN_SYNC)
                .toList());
        if (!unsafe.isEmpty()) {
            findings.add(Finding.critical(
                    CHECK,
                    "Acknowledged by a single broker (min.insync.replicas): " + unsafe + ".",
                    "kafka-configs.sh --alter --entity-type topics --add-config min.insync.replicas=2",
                    SECTION));
        }
        var behind = names(topics.stream().filter(Topic::isUnderReplicated).toList());
        if (!behind.isEmpty()) {
            findings.add(Finding.critical(
                    CHECK, "Replicas are missing or behind: " + behind + ".", "See which broker is down.", SECTION));
        }
        return findings.isEmpty()
                ? List.of(Finding.fine(CHECK, topics.size() + " topics are kept three times, two of them in sync."))
                : findings;
    }

    private static String names(List<Topic> topics) {
        return topics.stream().map(Topic::name).sorted().collect(Collectors.joining(", "));
    }

    private static KafkaConnection connection(Deployment deployment, String brokers) {
        return KafkaConnection.of(
                brokers, variable -> deployment.setting(variable).orElse(null));
    }

    private static List<Topic> topics(KafkaConnection connection)
            throws ExecutionException, InterruptedException, TimeoutException {
        var millis = TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS);
        var config = connection.clientConfig();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) millis);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) millis);
        try (var admin = Admin.create(config)) {
            var names = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                    .filter(name -> name.startsWith("webchat."))
                    .toList();
            var described = admin.describeTopics(names).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var settings = admin.describeConfigs(names.stream()
                            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                            .toList())
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return settings.entrySet().stream()
                    .map(entry -> {
                        var partitions = Objects.requireNonNull(
                                        described.get(entry.getKey().name()))
                                .partitions();
                        return new Topic(
                                entry.getKey().name(),
                                partitions.stream()
                                        .mapToInt(partition ->
                                                partition.replicas().size())
                                        .min()
                                        .orElse(0),
                                Integer.parseInt(entry.getValue()
                                        .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                                        .value()),
                                partitions.stream()
                                        .anyMatch(partition -> partition.isr().size()
                                                < partition.replicas().size()));
                    })
                    .toList();
        }
    }
}
