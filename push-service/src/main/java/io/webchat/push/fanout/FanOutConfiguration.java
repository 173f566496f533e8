package io.webchat.push.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.replica.StructureReplica;
import io.webchat.push.entitlement.Entitlements;
import io.webchat.support.log.LogClients;
import io.webchat.support.tracing.LogTracing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FanOutConfiguration {
    @Bean
    FanOut fanOut(StructureReplica structure, FanOutProperties properties, MeterRegistry registry) {
        return new FanOut(new Entitlements(structure::serversOf), properties, new FanOutMetrics(registry));
    }

    @Bean(destroyMethod = "")
    LogFeed logFeed(
            FanOut fanOut,
            StructureReplica structure,
            LogClients clients,
            FanOutProperties properties,
            LogTracing tracing,
            MeterRegistry registry) {
        return new LogFeed(fanOut, structure, clients, properties, tracing, registry);
    }

    @Bean
    LogFeedLifecycle logFeedLifecycle(LogFeed feed) {
        return new LogFeedLifecycle(feed);
    }
}
