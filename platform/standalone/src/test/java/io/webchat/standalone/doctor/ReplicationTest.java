package io.webchat.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.standalone.engine.EmbeddedKafka;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicationTest {
    @Test
    void topics_kept_three_times_and_twice_in_sync_are_fine() {
        assertThat(kept(3, 2, false)).extracting(Finding::severity).containsExactly(Severity.FINE);
    }

    @Test
    void topics_kept_once_are_a_warning() {
        assertThat(kept(1, 1, false)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).isEqualTo("Kept fewer than three times: webchat.messages.");
        });
    }

    @Test
    void topics_that_one_broker_alone_may_acknowledge_are_critical() {
        assertThat(kept(3, 1, false)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.message()).contains("min.insync.replicas");
        });
    }

    @Test
    void a_replica_that_is_missing_is_critical() {
        assertThat(kept(3, 2, true)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.message()).isEqualTo("Replicas are missing or behind: webchat.messages.");
        });
    }

    private static List<Finding> kept(int replicas, int inSync, boolean isUnderReplicated) {
        return ReplicationCheck.asKept(
                List.of(new ReplicationCheck.Topic("webchat.messages", replicas, inSync, isUnderReplicated)));
    }

    @Test
    void a_kafka_that_answers_is_asked_how_it_keeps_its_topics(@TempDir Path directory) throws Exception {
        try (var kafka = EmbeddedKafka.start(directory, 0)) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(List.of(
                                new NewTopic("webchat.messages", 2, (short) 1), new NewTopic("others", 1, (short) 1)))
                        .all()
                        .get();
            }
            var deployment = Deployments.with(Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                    "KAFKA_SECURITY_PROTOCOL", "",
                    "KAFKA_SASL_USERNAME", "",
                    "KAFKA_SASL_PASSWORD", "",
                    "WEBCHAT_REPLICATION_FACTOR", "1"));

            assertThat(new ReplicationCheck().examine(deployment))
                    .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
                    .extracting(Finding::message)
                    .satisfiesExactly(
                            asSet -> assertThat(asSet).startsWith("New topics have a replication factor of 1 "),
                            asKept -> assertThat(asKept).isEqualTo("Kept fewer than three times: webchat.messages."));
        }
    }

    @Test
    void a_kafka_that_asks_who_comes_is_told(@TempDir Path directory) throws Exception {
        try (var kafka =
                EmbeddedKafka.startSecured(directory, Map.of(EmbeddedKafka.ADMIN, "nR7kW2pXq9LsT4vB"), Map.of())) {
            var deployment = Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS",
                    kafka.bootstrapServers(),
                    "KAFKA_SASL_MECHANISM",
                    "PLAIN",
                    "KAFKA_SASL_USERNAME",
                    EmbeddedKafka.ADMIN);

            assertThat(new ReplicationCheck().examine(Deployments.with(deployment)))
                    .extracting(Finding::message)
                    .contains("There are no topics yet; the services make them.");
            var wrong = new HashMap<>(deployment);
            wrong.put("KAFKA_SASL_PASSWORD", "another-one-7q8w");
            assertThat(new ReplicationCheck().examine(Deployments.with(wrong)))
                    .extracting(Finding::severity)
                    .contains(Severity.CRITICAL);
        }
    }

    @Test
    void a_kafka_that_does_not_answer_is_judged_by_its_settings() {
        assertThat(new ReplicationCheck().examine(Deployments.sound()))
                .extracting(Finding::severity)
                .containsExactly(Severity.FINE, Severity.NOT_CHECKED);
        assertThat(new ReplicationCheck().examine(Deployments.with("KAFKA_BOOTSTRAP_SERVERS", "")))
                .extracting(Finding::severity)
                .containsExactly(Severity.FINE, Severity.CRITICAL);
    }
}
