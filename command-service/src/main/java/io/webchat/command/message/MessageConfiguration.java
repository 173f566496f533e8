package io.webchat.command.message;

import io.webchat.log.LogEpoch;
import io.webchat.log.LogRecords;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.TailLifecycle;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RecentMessagesProperties.class, ProjectionServiceProperties.class})
class MessageConfiguration {
    @Bean
    SlowMode slowMode(StructureReplica structure) {
        return new SlowMode(structure);
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
    MessageViews messageViews(ProjectionServiceProperties properties, JsonMapper json, ConsistencyTokens tokens) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.timeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(properties.timeout());
        var projection = RestClient.builder()
                .baseUrl(properties.url())
                .requestFactory(requests)
                .configureMessageConverters(
                        converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .build();
        return new MessageViews(projection, tokens);
    }
}
