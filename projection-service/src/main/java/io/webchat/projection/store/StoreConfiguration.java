package io.webchat.projection.store;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Quick to give up, because readers wait for the answer and projections try again anyway. A broken connection is never
 * passed over in silence: behind it the store may have lost writes, and a projection has to look.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    MongoClientSettingsBuilderCustomizer storeSettings() {
        return settings -> settings.retryReads(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }
}
