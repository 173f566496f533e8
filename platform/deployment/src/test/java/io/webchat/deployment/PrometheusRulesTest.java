package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PrometheusRulesTest {
    private static final String TESTS = "platform/monitoring/prometheus/tests";

    @Test
    void the_configuration_and_its_rules_are_valid() {
        Tool.require("promtool")
                .run("check", "config", Repository.MONITORING.resolve("prometheus/prometheus.yml"))
                .succeeds();
    }

    @TestFactory
    Stream<DynamicTest> alerts_fire_and_keep_silent() {
        return Repository.files(TESTS, ".yml").stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> Tool.require("promtool")
                                .run("test", "rules", file)
                                .succeeds()));
    }

    @TestFactory
    Stream<DynamicTest> every_alert_is_complete() {
        var tests = Repository.files(TESTS, ".yml").stream()
                .map(Repository::text)
                .toList()
                .toString();
        return AlertRules.alerts().stream()
                .map(alert -> DynamicTest.dynamicTest(alert.name(), () -> {
                    assertThat(alert.severity()).isIn("critical", "warning");
                    assertThat(alert.duration()).isEqualTo(alert.severity().equals("critical") ? "2m" : "5m");
                    assertThat(alert.summary()).isNotBlank();
                    assertThat(tests)
                            .contains(
                                    "name: \"" + alert.name() + " fires: ", "name: \"" + alert.name() + " is silent: ");
                    var runbook = alert.runbook().substring(alert.runbook().indexOf("platform/runbooks/"));
                    assertThat(Repository.ROOT.resolve(runbook)).exists();
                }));
    }

    @Test
    void what_operators_must_hear_of_has_an_alert() {
        var critical = List.of(
                "ServiceDown",
                "MongoDBUnreachable",
                "RedisUnreachable",
                "KafkaUnreachable",
                "ErrorRateHigh",
                "ProjectionStopped",
                "CanaryMissing",
                "UnderReplicatedPartitions",
                "OfflinePartitions");
        var warning = List.of(
                "CpuHigh",
                "MemoryHigh",
                "DiskLow",
                "ConsumerLagHigh",
                "DeadLettersGrowing",
                "CacheHitRatioLow",
                "SlowClients",
                "ReplicaLagHigh",
                "CertificateExpiresSoon",
                "MonitoringDown",
                "AlertsUndelivered");
        assertThat(names("critical")).containsAll(critical);
        assertThat(names("warning")).containsAll(warning);
    }

    @Test
    void common_troubles_have_runbooks_too() {
        assertThat(Repository.files("platform/runbooks", ".md"))
                .extracting(file -> file.getFileName().toString())
                .contains("high-cpu.md", "memory-growth.md", "slow-database.md", "cache-trouble.md");
    }

    private static List<String> names(String severity) {
        return AlertRules.alerts().stream()
                .filter(alert -> alert.severity().equals(severity))
                .map(AlertRules.Alert::name)
                .toList();
    }
}
