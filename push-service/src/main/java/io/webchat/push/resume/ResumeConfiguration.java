package io.webchat.push.resume;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.LogEpoch;
import io.webchat.push.fanout.FanOut;
import io.webchat.push.fanout.LogFeed;
import io.webchat.support.log.LogClients;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResumeConfiguration {
    /** Depends on the epoch because that is read after the topics exist. */
    @Bean
    LogBeginnings logBeginnings(LogClients clients, LogEpoch epoch, ResumeProperties properties) {
        return new LogBeginnings(clients.admin(), properties.logTimeout());
    }

    @Bean
    SessionStart sessionStart(
            FanOut fanOut,
            LogFeed feed,
            LogBeginnings beginnings,
            LogClients clients,
            LogEpoch epoch,
            ResumeProperties properties,
            MeterRegistry registry) {
        var config = clients.consumerConfig();
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        var reader = new LogReader(fanOut, () -> new KafkaConsumer<>(config), properties);
        return new SessionStart(fanOut, feed, beginnings, reader, epoch, properties, new ResumeMetrics(registry));
    }
}
