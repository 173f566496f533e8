package io.webchat.standalone.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * The configuration of a single broker that is its own controller (KRaft combined mode), on the loopback address.
 *
 * <p>It differs from production (three brokers, replication 3) in what one node forces, and in sizes: few internal
 * partitions and a small cleaner buffer, so that the broker fits into a small heap and starts at once.
 */
final class KafkaSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String HOST = "127.0.0.1";

    private KafkaSettings() {}

    /** What makes clients say who they are; the controller's port takes only what comes from this machine. */
    static Map<String, String> secured(int port, int controllerPort, Map<String, String> passwords) {
        var listener = "listener.name.sasl_plaintext.";
        var users = passwords.entrySet().stream()
                .map(user -> " user_" + user.getKey() + "=\"" + user.getValue() + '"')
                .collect(Collectors.joining());
        return Map.of(
                "listeners",
                "SASL_PLAINTEXT://" + HOST + ":" + port + "," + CONTROLLER_LISTENER + "://" + HOST + ":"
                        + controllerPort,
                "inter.broker.listener.name",
                "SASL_PLAINTEXT",
                "listener.security.protocol.map",
                "SASL_PLAINTEXT:SASL_PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "sasl.enabled.mechanisms",
                "PLAIN,SCRAM-SHA-512",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                listener + "plain.sasl.jaas.config",
                PlainLoginModule.class.getName() + " required username=\"" + EmbeddedKafka.ADMIN + "\" password=\""
                        + passwords.get(EmbeddedKafka.ADMIN) + '"' + users + ";",
                listener + "scram-sha-512.sasl.jaas.config",
                ScramLoginModule.class.getName() + " required;",
                "super.users",
                "User:" + EmbeddedKafka.ADMIN + ";User:ANONYMOUS");
    }

    static Properties singleNode(Path dir, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put(
                "listeners",
                "PLAINTEXT://" + HOST + ":" + port + "," + CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPort);
        settings.put("log.dirs", dir.toString());

        // Topics are created by their owners with the right partition count, never by a typing mistake.
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "6");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");

        // The first member of a group need not wait for others.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");

        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("controlled.shutdown.enable", "true");
        return settings;
    }
}
