package io.webchat.support.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.LogProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Gives a service that has the log the canary and probes of what it depends on, and the watch of the log if it asks for
 * it.
 */
@AutoConfiguration(
        afterName = {
            "io.webchat.support.log.LogAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@ConditionalOnBean(LogClients.class)
@EnableConfigurationProperties({CanaryProperties.class, LogWatchProperties.class})
class WatchAutoConfiguration {
    @Bean
    Canary canary(
            LogClients clients,
            LogProperties log,
            KafkaTemplate<byte[], byte[]> logTemplate,
            CanaryProperties properties,
            @Value("${spring.application.name}") String service,
            Clock clock,
            MeterRegistry meters) {
        return new Canary(clients, logTemplate, properties, log.replicationFactor(), service, clock, meters);
    }

    @Bean
    @ConditionalOnProperty("webchat.log-watch.enabled")
    LogWatch logWatch(LogClients clients, LogWatchProperties properties, Clock clock, MeterRegistry meters) {
        return new LogWatch(clients, properties.interval(), clock, meters);
    }

    @Bean
    ProcessMemory processMemory() {
        return new ProcessMemory();
    }

    @Bean(destroyMethod = "close")
    Admin probingAdmin(LogClients clients) {
        return clients.admin();
    }

    @Bean
    Probe kafkaProbe(Admin probingAdmin) {
        return new Probe("kafka", () -> probingAdmin.describeCluster().nodes().get(10, TimeUnit.SECONDS));
    }

    @Bean
    Probes probes(List<Probe> probes, @Value("${webchat.probe-interval:10s}") Duration interval, MeterRegistry meters) {
        return new Probes(probes, interval, meters);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoOperations.class)
    static class Store {
        @Bean
        @ConditionalOnBean(MongoOperations.class)
        Probe storeProbe(MongoOperations mongo) {
            return new Probe("mongodb", () -> mongo.executeCommand(new Document("ping", 1)));
        }
    }
}
