package io.webchat.command.structure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.webchat.log.LogEpoch;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.TailLifecycle;
import io.webchat.support.tracing.LogTracing;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
@EnableConfigurationProperties({StructureWriterProperties.class, MembershipProperties.class, OutcomeProperties.class})
class StructureWriterConfiguration {
    static final String GROUP = "webchat-structure-writer";

    /** Depends on the epoch because that is read after the topics exist. */
    @Bean
    OutcomeReplica outcomeReplica(LogClients clients, OutcomeProperties properties, LogEpoch epoch) {
        return new OutcomeReplica(clients, properties);
    }

    @Bean
    MeterBinder outcomeReplicaMetrics(OutcomeReplica outcomes) {
        return meters -> {
            Gauge.builder("webchat.structure.outcomes.remembered", outcomes, OutcomeReplica::size)
                    .description("Outcomes of structural commands that repetitions are answered with")
                    .register(meters);
            TimeGauge.builder(
                            "webchat.structure.outcomes.window",
                            outcomes,
                            TimeUnit.MILLISECONDS,
                            replica -> replica.window().toMillis())
                    .description("How old a command may be whose repetition is certainly answered with its outcome")
                    .register(meters);
            FunctionCounter.builder("webchat.structure.outcomes.dropped", outcomes, OutcomeReplica::dropped)
                    .description("Outcomes that were dropped before their time, because there were too many")
                    .register(meters);
        };
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
            StructureWriterProperties settings,
            MembershipProperties memberships,
            LogClients clients,
            Admin structureWriterAdmin,
            StructureReplica replica,
            OutcomeReplica outcomes,
            LogRecords records,
            WriterProgress progress,
            LogTracing tracing,
            MeterRegistry meters) {
        var producers = clients.transactionalProducers(
                "structure-writer-" + UUID.randomUUID() + "-", settings.transactionTimeout());
        var properties = new ContainerProperties(Topic.STRUCTURE_COMMANDS.topicName());
        properties.setGroupId(GROUP);
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
                records,
                tracing,
                memberships.limits(),
                Counter.builder("webchat.structure.writer.failures")
                        .description("Commands that could not be decided because of a fault")
                        .register(meters)));
        var container = new KafkaMessageListenerContainer<>(consumers(clients, settings), properties);
        // In order, for ever: a command is never skipped because Kafka was away.
        container.setAfterRollbackProcessor(new DefaultAfterRollbackProcessor<>(
                new FixedBackOff(settings.retryAfter().toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    private static DefaultKafkaConsumerFactory<byte[], byte[]> consumers(
            LogClients clients, StructureWriterProperties settings) {
        var config = clients.groupConsumerConfig();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.commandsPerTransaction());
        return new DefaultKafkaConsumerFactory<>(config);
    }
}
