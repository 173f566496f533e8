package io.webchat.command.message;

import io.webchat.command.view.Views;
import io.webchat.log.LogEpoch;
import io.webchat.log.LogRecords;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.TailLifecycle;
import io.webchat.support.redis.BestEffortRedis;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    RecentMessagesProperties.class,
    RecordReaderProperties.class,
    MessageRemovalProperties.class
})
class MessageConfiguration {
    @Bean
    SlowMode slowMode(StructureReplica structure, BestEffortRedis redis, Clock clock) {
        return new SlowMode(structure::serverOf, new RedisCooldowns(redis, clock));
    }

    @Bean
    UnloggedOutcomes unloggedOutcomes(BestEffortRedis redis, RecentMessagesProperties properties) {
        return new UnloggedOutcomes(redis, properties.window());
    }

    /** Depends on the epoch because that is read after the topics exist. */
    @Bean
    RecentMessages recentMessages(
            LogClients clients,
            LogEpoch epoch,
            RecentMessagesProperties properties,
            StructureReplica structure,
            SlowMode slowMode,
            LastPostsKeeper lastPosts,
            Clock clock) {
        return new RecentMessages(
                clients::tailConsumer,
                properties,
                () -> lastPosts.begin(properties.window(), structure.longestSlowMode()),
                slowMode,
                clock);
    }

    /** Beside the snapshot of the structure replica, and as often. */
    @Bean
    LastPostsKeeper lastPostsKeeper(
            SlowMode slowMode,
            ObjectProvider<RecentMessages> recent,
            LogEpoch epoch,
            @Value("${webchat.structure-replica.snapshot-directory:}") String directory,
            @Value("${webchat.structure-replica.snapshot-interval:5m}") Duration interval,
            @Value("${spring.application.name}") String service,
            @Value("${server.port}") int port,
            Clock clock) {
        var file = directory.isBlank()
                ? null
                : new LastPostsFile(Path.of(directory), service + "-" + port + ".last-posts", epoch);
        return new LastPostsKeeper(
                slowMode, file, () -> recent.getObject().tail().staleness(), interval, clock);
    }

    @Bean
    TailLifecycle recentMessagesLifecycle(RecentMessages recent) {
        return new TailLifecycle(recent.tail(), TailLifecycle.AFTER_STRUCTURE);
    }

    @Bean
    MessageLog messageLog(
            KafkaTemplate<byte[], byte[]> logTemplate,
            LogRecords records,
            RecentMessages recent,
            RecordReader recordReader) {
        return new MessageLog(logTemplate, records, recent, recordReader);
    }

    @Bean
    RecordReader recordReader(LogClients clients, RecordReaderProperties properties) {
        return new RecordReader(clients, properties);
    }

    @Bean
    MessageViews messageViews(Views views) {
        return new MessageViews(views);
    }
}
