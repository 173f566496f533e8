package io.webchat.support.log;

import io.webchat.log.LogEpoch;
import io.webchat.log.LogRecords;
import io.webchat.log.replica.StructureReplica;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Gives a service the log. Kafka must answer at start-up: without its topics and epoch a service can do nothing. */
@AutoConfiguration
@EnableConfigurationProperties(LogProperties.class)
class LogAutoConfiguration {
    @Bean
    LogClients logClients(LogProperties properties) {
        return new LogClients(properties);
    }

    @Bean
    LogEpoch logEpoch(LogClients clients, LogProperties properties) {
        try (var admin = clients.admin()) {
            return LogTopics.ensure(admin, properties.replicationFactor());
        }
    }

    @Bean
    LogRecords logRecords(@Value("${spring.application.name}") String service) {
        return new LogRecords("/webchat/" + service);
    }

    @Bean
    ProducerFactory<byte[], byte[]> logProducerFactory(LogClients clients) {
        return clients.producers();
    }

    @Bean
    KafkaTemplate<byte[], byte[]> logTemplate(ProducerFactory<byte[], byte[]> logProducerFactory) {
        return new KafkaTemplate<>(logProducerFactory);
    }

    /** Depends on the epoch because that is read after the topics exist. Started and stopped with the service. */
    @Bean
    @ConditionalOnProperty("webchat.structure-replica.enabled")
    StructureReplica structureReplica(LogClients clients, LogEpoch epoch) {
        return new StructureReplica(clients::tailConsumer);
    }

    @Bean
    @ConditionalOnProperty("webchat.structure-replica.enabled")
    TailLifecycle structureReplicaLifecycle(StructureReplica replica) {
        return new TailLifecycle(replica.tail());
    }

    @Bean
    @ConditionalOnProperty("webchat.structure-replica.enabled")
    CurrentStructure currentStructure(StructureReplica replica) {
        return new CurrentStructure(replica);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
