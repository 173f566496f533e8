package io.webchat.support.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The structure replica of this service.
 *
 * @param enabled whether it has one
 * @param snapshotDirectory where it keeps its snapshot; blank for none: then each start reads the whole topic
 * @param snapshotInterval how often it replaces the snapshot, if there is anything new
 */
@ConfigurationProperties("webchat.structure-replica")
record StructureReplicaProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String snapshotDirectory,
        @DefaultValue("5m") Duration snapshotInterval) {}
