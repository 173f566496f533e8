package io.webchat.support.log;

import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;

/**
 * The structure replica, for authorising: does not answer from one that is too old, and waits for what the caller has
 * seen already, so that somebody who just joined through another instance may speak through this one.
 */
public final class CurrentStructure {
    private static final Duration CALLER_WAIT = Duration.ofSeconds(1);
    private static final Duration NOW_WAIT = Duration.ofSeconds(5);
    private static final Duration LOG_WAIT = Duration.ofSeconds(2);

    private final StructureReplica replica;

    /** A replica that is read from when it has been started. */
    CurrentStructure(StructureReplica replica) {
        this.replica = replica;
    }

    /**
     * The replica, once it may be decided on.
     *
     * @param caller what the caller has seen; waited for, at most a second
     * @throws ProblemException {@code replica-behind} (503) if the replica is older than
     *     {@link StructureFreshness#FRESH} and does not become current within two seconds, or does not reach the
     *     caller's positions in time
     */
    public StructureReplica asOf(ConsistencyToken caller) {
        if (!replica.tail().awaitFresh(StructureFreshness.FRESH, LOG_WAIT) || !reaches(caller)) {
            throw behind();
        }
        return replica;
    }

    /**
     * The replica, once it has everything that was committed when this was called: for saying that something is not
     * there, which may have come a moment ago through another instance.
     *
     * @throws ProblemException {@code replica-behind} (503) if it does not have that within five seconds
     */
    public StructureReplica asOfNow() {
        if (!replica.tail().awaitCurrent(NOW_WAIT)) {
            throw behind();
        }
        return replica;
    }

    private static ProblemException behind() {
        return new ProblemException(
                        ProblemType.REPLICA_BEHIND, "Who may do what is not known well enough at the moment.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private boolean reaches(ConsistencyToken caller) {
        var deadline = System.nanoTime() + CALLER_WAIT.toNanos();
        for (var partition = 0; partition < Topic.PARTITIONS; partition++) {
            var demanded = caller.nextOffset(Topic.STRUCTURE.stream(partition));
            if (demanded.isPresent() && !reaches(partition, demanded.getAsLong(), deadline)) {
                return false;
            }
        }
        return true;
    }

    private boolean reaches(int partition, long position, long deadline) {
        return replica.tail().awaitPosition(partition, position, Duration.ofNanos(deadline - System.nanoTime()));
    }
}
