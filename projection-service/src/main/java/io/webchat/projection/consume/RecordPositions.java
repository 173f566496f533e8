package io.webchat.projection.consume;

import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import org.springframework.stereotype.Component;

/**
 * Where records are. A position may lie behind the marker of a transaction, which is no record: a view that counts
 * records never gets past it. The replica, which has read up to there, knows where the last record is.
 */
@Component
class RecordPositions {
    private final StructureReplica structure;

    RecordPositions(StructureReplica structure) {
        this.structure = structure;
    }

    /** The position that includes all records before another one. */
    long before(Topic topic, int partition, long nextOffset) {
        return topic == Topic.STRUCTURE && structure.tail().position(partition) >= nextOffset
                ? Math.min(nextOffset, structure.recordPosition(partition))
                : nextOffset;
    }
}
