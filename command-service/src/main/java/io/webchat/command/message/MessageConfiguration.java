package io.webchat.command.message;

import io.webchat.command.view.Views;
import io.webchat.log.LogEpoch;
import io.webchat.log.LogRecords;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.TailLifecycle;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecentMessagesProperties.class)
class MessageConfiguration {
    @Bean
    SlowMode slowMode(StructureReplica structure) {
        return new SlowMode(structure::serverOf);
    }

    /** Depends on the epoch because that is read after the topics exist. */
    @Bean
    RecentMessages recentMessages(
            LogClients clients,
            LogEpoch epoch,
            RecentMessagesProperties properties,
            StructureReplica structure,
            SlowMode slowMode,
            Clock clock) {
        return new RecentMessages(
                clients::tailConsumer,
                properties,
                () -> {
                    var slowest = structure.longestSlowMode();
                    var window = properties.window();
                    return clock.instant().minus(slowest.compareTo(window) > 0 ? slowest : window);
                },
                slowMode);
    }

    @Bean
    TailLifecycle recentMessagesLifecycle(RecentMessages recent) {
        return new TailLifecycle(recent.tail(), TailLifecycle.AFTER_STRUCTURE);
    }

    @Bean
    MessageLog messageLog(
            KafkaTemplate<byte[], byte[]> logTemplate, LogClients clients, LogRecords records, RecentMessages recent) {
        logTemplate.setConsumerFactory(new DefaultKafkaConsumerFactory<>(clients.consumerConfig()));
        return new MessageLog(logTemplate, records, recent);
    }

    @Bean
    MessageViews messageViews(Views views) {
        return new MessageViews(views);
    }
}
