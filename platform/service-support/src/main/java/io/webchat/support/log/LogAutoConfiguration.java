package io.webchat.support.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.KafkaConnection;
import io.webchat.log.LogEpoch;
import io.webchat.log.LogRecords;
import io.webchat.support.tracing.LogTracing;
import java.time.Clock;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.core.ProducerFactory;

/** Gives a service the log. Kafka must answer at start-up: without its topics and epoch a service can do nothing. */
@AutoConfiguration
@EnableConfigurationProperties(LogProperties.class)
class LogAutoConfiguration {
    @Bean
    KafkaConnection kafkaConnection(LogProperties properties, Environment environment) {
        return KafkaConnection.of(properties.bootstrapServers(), environment::getProperty);
    }

    @Bean
    LogClients logClients(KafkaConnection connection, LogProperties properties, LogTracing tracing) {
        return new LogClients(connection, properties, tracing);
    }

    @Bean
    LogEpoch logEpoch(LogClients clients, KafkaConnection connection, LogProperties properties) {
        try (var admin = clients.admin()) {
            return LogTopics.ensure(admin, properties.replicationFactor());
        } catch (AuthenticationException | AuthorizationException e) {
            throw new KafkaRefusalException(connection, e);
        }
    }

    @Bean
    LogRecords logRecords(@Value("${spring.application.name}") String service) {
        return new LogRecords("/webchat/" + service);
    }

    @Bean
    ProducerFactory<byte[], byte[]> logProducerFactory(LogClients clients, MeterRegistry meters) {
        var producers = clients.producers();
        producers.addListener(new MicrometerProducerListener<>(meters));
        return producers;
    }

    @Bean
    KafkaTemplate<byte[], byte[]> logTemplate(ProducerFactory<byte[], byte[]> logProducerFactory) {
        return new KafkaTemplate<>(logProducerFactory);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
