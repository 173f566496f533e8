package io.webchat.command.structure;

import io.webchat.log.LogEpoch;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.TailLifecycle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.util.backoff.FixedBackOff;

/** The writer as a member of its consumer group: Kafka's consume-process-produce with exactly-once semantics. */
@Configuration(proxyBeanMethods = false)
class StructureWriterConfiguration {
    static final String GROUP = "webchat-structure-writer";

    /** Bounds how long a vanished writer's open transaction can hold up the next owner. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration RETRY = Duration.ofMillis(500);
    private static final int COMMANDS_PER_TRANSACTION = 500;

    /** Depends on the epoch because that is read after the topics exist. */
    @Bean
    OutcomeReplica outcomeReplica(LogClients clients, LogEpoch epoch) {
        return new OutcomeReplica(clients);
    }

    @Bean
    TailLifecycle outcomeReplicaLifecycle(OutcomeReplica outcomes) {
        return new TailLifecycle(outcomes.tail());
    }

    @Bean(destroyMethod = "close")
    Admin structureWriterAdmin(LogClients clients) {
        return clients.admin();
    }

    @Bean
    WriterProgress writerProgress() {
        return new WriterProgress(InstantSource.system());
    }

    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> structureWriterContainer(
            LogClients clients,
            Admin structureWriterAdmin,
            StructureReplica replica,
            OutcomeReplica outcomes,
            LogRecords records,
            WriterProgress progress) {
        var producers =
                clients.transactionalProducers("structure-writer-" + UUID.randomUUID() + "-", TRANSACTION_TIMEOUT);
        var properties = new ContainerProperties(Topic.STRUCTURE_COMMANDS.topicName());
        properties.setGroupId(GROUP);
        properties.setPollTimeout(LogClients.GROUP_POLL_TIMEOUT.toMillis());
        var transactions = new KafkaTransactionManager<>(producers);
        transactions.addListener(progress);
        properties.setKafkaAwareTransactionManager(transactions);
        properties.setConsumerRebalanceListener(
                progress.watching(new WriterTakeOver(structureWriterAdmin, replica.tail(), outcomes.tail())));
        properties.setMessageListener(new StructureWriter(
                replica,
                outcomes,
                new WrittenPositions(replica.tail(), outcomes.tail()),
                new KafkaTemplate<>(producers),
                records));
        var container = new KafkaMessageListenerContainer<>(consumers(clients), properties);
        // In order, for ever: a command is never skipped because Kafka was away.
        container.setAfterRollbackProcessor(new DefaultAfterRollbackProcessor<>(
                new FixedBackOff(RETRY.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    private static DefaultKafkaConsumerFactory<byte[], byte[]> consumers(LogClients clients) {
        var config = clients.groupConsumerConfig();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, COMMANDS_PER_TRANSACTION);
        return new DefaultKafkaConsumerFactory<>(config);
    }
}
