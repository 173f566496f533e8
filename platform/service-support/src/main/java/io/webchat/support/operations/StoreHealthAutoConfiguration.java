package io.webchat.support.operations;

import org.bson.Document;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Whether MongoDB answers, in services that use it. Spring Boot's own indicator asks {@code hello}, which the embedded
 * store does not know; every server knows {@code ping}. Not part of readiness: a store that is away for a moment must
 * not take every instance out of the gateway at once.
 */
@AutoConfiguration(afterName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
@ConditionalOnClass(MongoOperations.class)
class StoreHealthAutoConfiguration {
    @Bean
    @ConditionalOnBean(MongoOperations.class)
    HealthIndicator storeHealthIndicator(MongoOperations mongo) {
        return () -> {
            try {
                mongo.executeCommand(new Document("ping", 1));
                return Health.up().build();
            } catch (DataAccessException e) {
                return Health.down(e).build();
            }
        };
    }
}
