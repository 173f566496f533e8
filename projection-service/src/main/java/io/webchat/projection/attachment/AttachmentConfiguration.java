package io.webchat.projection.attachment;

import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.limit.LargerRequests;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {
    /** As long as it may take to upload a file. */
    private static final Duration DOWNLOAD_TIME = Duration.ofMinutes(5);

    @Bean
    AttachmentFiles attachmentFiles(MongoDatabaseFactory store, MongoOperations mongo) {
        return new AttachmentFiles(store, mongo);
    }

    @Bean
    LargerRequests downloadRequests() {
        return LargerRequests.streamed(HttpMethod.GET, DownloadEndpoint.PATH, DataSize.ofKilobytes(1), DOWNLOAD_TIME);
    }
}
