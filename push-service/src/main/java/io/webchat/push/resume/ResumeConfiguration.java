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
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class ResumeConfiguration {
    /** What one reader may hold at a time: there are several of them, and partitions by the dozen. */
    private static final DataSize FETCH = DataSize.ofMegabytes(1);

    private static final DataSize FETCH_OF_PARTITION = DataSize.ofKilobytes(256);

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
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Math.toIntExact(FETCH.toBytes()));
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Math.toIntExact(FETCH_OF_PARTITION.toBytes()));
        var reader = new LogReader(fanOut, () -> new KafkaConsumer<>(config), properties);
        return new SessionStart(fanOut, feed, beginnings, reader, epoch, properties, new ResumeMetrics(registry));
    }
}
