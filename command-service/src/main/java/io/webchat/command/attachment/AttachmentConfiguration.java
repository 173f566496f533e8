package io.webchat.command.attachment;

import com.mongodb.WriteConcern;
import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.image.Images;
import io.webchat.support.limit.LargerRequests;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How this service talks to MongoDB, which it uses for files only: acknowledged by a majority, quick to give up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentProperties.class)
@EnableScheduling
class AttachmentConfiguration {
    private static final int IMAGES_AT_ONCE = 2;

    @Bean
    MongoClientSettingsBuilderCustomizer storeSettings() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }

    @Bean
    AttachmentFiles attachmentFiles(MongoDatabaseFactory store, MongoOperations mongo) {
        return new AttachmentFiles(store, mongo);
    }

    @Bean
    Images images(AttachmentProperties limits) {
        return new Images(limits.maxPixels(), IMAGES_AT_ONCE, limits.decodeTime());
    }

    @Bean
    LargerRequests uploadRequests(AttachmentProperties limits) {
        return LargerRequests.streamed(HttpMethod.PUT, UploadEndpoint.PATH, limits.maxFile(), limits.uploadTime());
    }
}
