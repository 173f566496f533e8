package io.webchat.log.replica;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code webchat.structure} folds to at one position of each partition: exact, so a replica that starts from it
 * and reads on from there is the same as one that has read everything.
 *
 * <p>It holds what authorising needs: ids, names of servers, channels, categories and roles, permissions, memberships,
 * bans, codes of invites. It holds no nickname, no reason of a ban and nothing else that an erasure removes from the
 * topic. Whoever reads a code can join, so keep it as private as the log.
 *
 * @param positions by partition
 */
public record StructureSnapshot(List<Position> positions, Collection<StructureReplica.Snapshot> servers) {
    public StructureSnapshot {
        positions = List.copyOf(positions);
        servers = List.copyOf(servers);
    }

    /**
     * How far a partition was applied.
     *
     * @param next offset of the next record, past the markers of transactions
     * @param last the last record; null if there was none
     */
    public record Position(long next, @Nullable LastRecord last) {}

    /**
     * A record that the log must still hold for the snapshot to be one of it.
     *
     * @param key unique in the topic
     */
    public record LastRecord(long offset, String key) {}
}
