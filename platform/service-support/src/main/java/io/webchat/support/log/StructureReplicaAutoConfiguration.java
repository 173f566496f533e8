package io.webchat.support.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.webchat.log.LogEpoch;
import io.webchat.log.replica.SnapshotFile;
import io.webchat.log.replica.StructureReplica;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Gives a service that asks for it the structure replica, started and stopped with the service. */
@AutoConfiguration(after = LogAutoConfiguration.class)
@ConditionalOnProperty("webchat.structure-replica.enabled")
@EnableConfigurationProperties(StructureReplicaProperties.class)
class StructureReplicaAutoConfiguration {
    /** Depends on the epoch because that is read after the topics exist. */
    @Bean
    StructureReplica structureReplica(LogClients clients, LogEpoch epoch, ObjectProvider<SnapshotFile> snapshot) {
        var file = Optional.ofNullable(snapshot.getIfAvailable());
        return new StructureReplica(clients::tailConsumer, () -> file.flatMap(SnapshotFile::read));
    }

    @Bean
    TailLifecycle structureReplicaLifecycle(StructureReplica replica) {
        return new TailLifecycle(replica.tail());
    }

    @Bean
    CurrentStructure currentStructure(StructureReplica replica) {
        return new CurrentStructure(replica);
    }

    @Bean
    MeterBinder structureReplicaMetrics(StructureReplica replica) {
        return registry -> {
            Gauge.builder(
                            "webchat.structure.replica.start.records",
                            replica,
                            r -> r.tail().recordsAtStart())
                    .description("Records that had to be read at start before the replica was current")
                    .register(registry);
            TimeGauge.builder(
                            "webchat.structure.replica.staleness",
                            replica,
                            TimeUnit.SECONDS,
                            r -> r.staleness().toMillis() / 1_000.0)
                    .description("How long ago the replica is known to have been complete")
                    .register(registry);
        };
    }

    /** Of this instance: those that share a machine, and so perhaps a directory, differ in service or port. */
    @Bean
    @Conditional(HasSnapshotDirectory.class)
    SnapshotFile structureSnapshotFile(
            StructureReplicaProperties properties,
            LogEpoch epoch,
            @Value("${spring.application.name}") String service,
            @Value("${server.port}") int port) {
        return new SnapshotFile(Path.of(properties.snapshotDirectory()), service + "-" + port, epoch);
    }

    @Bean
    @Conditional(HasSnapshotDirectory.class)
    StructureSnapshots structureSnapshots(
            StructureReplica replica,
            SnapshotFile structureSnapshotFile,
            StructureReplicaProperties properties,
            MeterRegistry registry) {
        return new StructureSnapshots(replica, structureSnapshotFile, properties.snapshotInterval(), registry);
    }

    private static final class HasSnapshotDirectory implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("webchat.structure-replica.snapshot-directory", "")
                    .isBlank();
        }
    }
}
