package io.webchat.standalone.doctor;

import io.webchat.log.KafkaConnection;
import io.webchat.log.UnusableKafkaConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether the brokers ask who comes, and whether anybody on the way can read or change what is said. */
final class KafkaAccessCheck implements Check {
    private static final String CHECK = "kafka-access";
    private static final Section SECTION = Section.KAFKA_WITH_AUTHENTICATION_AND_TLS;

    @Override
    public List<Finding> examine(Deployment deployment) {
        var brokers = deployment.setting("KAFKA_BOOTSTRAP_SERVERS").orElse("");
        KafkaConnection connection;
        try {
            connection = KafkaConnection.of(
                    brokers, variable -> deployment.setting(variable).orElse(null));
        } catch (UnusableKafkaConnectionException e) {
            return List.of(Finding.critical(CHECK, e.getMessage() + ".", "Services do not start like this.", SECTION));
        }
        var isElsewhere = Stream.of(brokers.split(",", -1))
                .map(broker -> broker.strip().replaceFirst(":\\d+$", ""))
                .anyMatch(host -> !host.isEmpty() && Hosts.isElsewhere(host));
        var findings = new ArrayList<Finding>();
        if (!connection.isAuthenticated()) {
            findings.add(withoutAuthentication(isElsewhere));
        }
        if (isElsewhere && !connection.isEncrypted()) {
            findings.add(Finding.critical(
                    CHECK,
                    "KAFKA_BOOTSTRAP_SERVERS leads to another machine without TLS.",
                    "KAFKA_SECURITY_PROTOCOL=SASL_SSL, and a listener of the brokers for it.",
                    SECTION));
        }
        return findings.isEmpty()
                ? List.of(Finding.fine(CHECK, "Kafka asks who comes (" + connection.protocol() + ")."))
                : findings;
    }

    /** Beyond the stack's own networks anybody may come by; within, only who is in already. */
    private static Finding withoutAuthentication(boolean isElsewhere) {
        var message = "Kafka takes anyone (KAFKA_SECURITY_PROTOCOL): whoever reaches it reads and writes all messages.";
        var advice = "The HA overlay asks for a password; your own brokers: SASL_SSL and a user for each service.";
        return isElsewhere
                ? Finding.critical(CHECK, message, advice, SECTION)
                : Finding.warning(CHECK, message, advice, SECTION);
    }
}
